package dev.kioskguard.sim.story.persona;

import java.util.Optional;

/** A character before the screen. One object plays one customer in one transfer; not threadsafe. */
@FunctionalInterface
public interface Persona {

    /** Returns what this customer does about the screen, or empty while they only wait. */
    Optional<Act> consider(Look look, Errand errand);
}
