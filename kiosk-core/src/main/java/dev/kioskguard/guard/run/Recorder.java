package dev.kioskguard.guard.run;

import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.state.GuardState;

/** The journal as the guard sees it: a step is written before its effects are carried out. */
public interface Recorder {

    /**
     * Writes one step; when this returns, the line is durable.
     *
     * @param chance the number that the decision drew its chance from
     * @throws RuntimeException when it could not be written; then nothing may happen in the world
     */
    void write(GuardEvent event, long chance, GuardState before, Decision decision);
}
