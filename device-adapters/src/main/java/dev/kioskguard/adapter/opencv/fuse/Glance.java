package dev.kioskguard.adapter.opencv.fuse;

/** What a frame is looked through for besides faces: one network at one part of it. */
enum Glance {
    PALMS(false),
    BODY(false),
    THINGS(false),
    THINGS_AT_TORSO(true),
    THINGS_AT_HEAD(true);

    private final boolean aroundAFace;

    Glance(boolean aroundAFace) {
        this.aroundAFace = aroundAFace;
    }

    /** Whether it means nothing where there is no face. */
    boolean isAroundAFace() {
        return aroundAFace;
    }
}
