package dev.kioskguard.guard.state;

import dev.kioskguard.content.Script;
import java.time.ZoneId;

/**
 * Everything the guard decides by that a bank may set.
 *
 * @param hosted whether the guard owns the devices; beside an application it has to ask for the screen
 */
public record Policy(Limits limits, Script script, ZoneId zone, boolean hosted) {}
