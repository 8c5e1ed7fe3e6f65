package dev.kioskguard.adapter.xfs4iot.catalog;

/**
 * One thing in a message that is not as the standard says. Names the place, never the value.
 *
 * @param path from the message on, such as {@code payload.activeKeys.one.terminate}
 */
public record Problem(Kind kind, String path, String reason) {

    /** How far from the standard it is, which decides who minds. */
    public enum Kind {
        /** Not a type that can be worked with. Nobody sends it, nobody takes it. */
        STRUCTURE,
        /** A value outside its range, list or pattern. Nobody sends it; whoever receives it treats it as unknown. */
        VALUE,
        /** A field that the standard does not have. Nobody sends it; whoever receives it passes it over. */
        UNKNOWN_FIELD
    }

    @Override
    public String toString() {
        return path + " " + reason;
    }
}
