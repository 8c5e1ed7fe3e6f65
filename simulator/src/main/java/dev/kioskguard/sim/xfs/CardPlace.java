package dev.kioskguard.sim.xfs;

/** Where a card is. */
public enum CardPlace {
    NONE,
    SLOT,
    INSIDE,
    EXIT,
    JAMMED
}
