package dev.kioskguard.sim.xfs;

/** What a device can suffer; the manager's README says what each does. */
public enum Fault {
    DEAD,
    OFFLINE,
    SLOW,
    MUTE,
    DEAF,
    NONE
}
