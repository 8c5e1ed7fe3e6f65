package dev.kioskguard.sim.story;

/** A step that could not be played, or an expectation that did not hold; the message says what was there instead. */
public final class StoryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoryFailedException(String message) {
        super(message);
    }
}
