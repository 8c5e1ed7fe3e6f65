package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.vision.Signal;
import java.time.Instant;

/**
 * A signal that held for a while.
 *
 * @param from when what it tells of began
 * @param told when it was sure enough to be told, never before {@code from}
 * @param to when it ended, or was no longer looked for
 */
public record Held(Signal signal, Instant from, Instant told, Instant to) {}
