package dev.kioskguard.adapter.opencv.fuse;

/** What frames come in: single pictures that are looked at thoroughly, or a stream that must be kept up with. */
public enum Pace {
    PICTURES,
    STREAM
}
