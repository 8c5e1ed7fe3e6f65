package dev.kioskguard.sim.story.wire;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the parties of a story find each other.
 *
 * @param data where tokens and the PINs of the demo staff lie
 */
public record Site(URI guard, URI desk, URI bench, Path data) {}
