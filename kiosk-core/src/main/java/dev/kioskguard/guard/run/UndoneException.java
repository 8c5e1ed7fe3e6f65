package dev.kioskguard.guard.run;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.Reply;

/** A step that is written down and counts, though not all of its effects could be carried out. */
public final class UndoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    UndoneException(Reply reply, Effect effect, RuntimeException cause) {
        super(
                "a step is written, but its %s could not be carried out (%s); restart the guard when no one is at it"
                        .formatted(
                                effect.getClass().getSimpleName(),
                                cause.getClass().getSimpleName()),
                cause);
        this.reply = reply;
    }

    /** Returns the answer to whoever brought the event: it was taken. */
    public Reply reply() {
        return reply;
    }
}
