package dev.kioskguard.sim.standin;

/** Somebody before the screen, who may answer what it shows. */
@FunctionalInterface
public interface Customer {

    /** A customer who only looks. */
    Customer SILENT = (screen, hand) -> {};

    /**
     * Is shown a screen, and again whenever something on it has changed. Called on the stand-in's own thread, one
     * screen at a time; whoever wants to think first keeps the hand and answers later.
     */
    void looksAt(ScreenView screen, Hand hand);
}
