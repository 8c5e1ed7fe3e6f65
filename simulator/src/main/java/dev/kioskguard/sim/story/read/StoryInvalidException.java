package dev.kioskguard.sim.story.read;

/** A story that cannot be played as it is written; the message names file and line and says what to write instead. */
public final class StoryInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryInvalidException(String message) {
        super(message);
    }
}
