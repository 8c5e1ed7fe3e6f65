package dev.kioskguard.adapter.opencv.fuse;

import java.time.Duration;

/** What frames come in: single pictures that are looked at thoroughly, or a stream that must be kept up with. */
public enum Pace {
    PICTURES,
    STREAM;

    /** The least time from one look at a stream to the next: five looks a second. */
    public static final Duration BETWEEN = Duration.ofMillis(200);

    /** After so many frames of a stream every network has had its turns, and they begin again. */
    public static final int ROUND = 6;
}
