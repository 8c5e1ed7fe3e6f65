package dev.kioskguard.vision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A sighting that has held over time, by the name that stories, reports and reasons use. */
public enum Signal {
    CALL_AT_EAR(Source.CAMERA),
    PHONE_IN_HAND(Source.CAMERA),
    PAPER_NOTE(Source.CAMERA),
    READING_HELD(Source.CAMERA),
    LOOKING_AWAY_OFTEN(Source.CAMERA),
    SECOND_PERSON(Source.CAMERA),
    /** A mask in winter is no evidence: noted, never counted. */
    FACE_COVERED(Source.NONE),
    /** Not being able to look is never safe and never guilty. */
    CAMERA_BLIND(Source.NONE),
    DICTATED_KEYING(Source.BEHAVIOUR),
    HESITATION(Source.BEHAVIOUR),
    CORRECTIONS(Source.BEHAVIOUR),
    LANGUAGE_SWITCH(Source.BEHAVIOUR),
    FAST_REPEATED_CONFIRM(Source.BEHAVIOUR);

    private final Source source;

    Signal(Source source) {
        this.source = source;
    }

    public Source source() {
        return source;
    }

    /** Returns the code under which the signal stands among the reasons of a verdict: {@code call-at-ear}. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Signal> of(String name) {
        return Arrays.stream(values())
                .filter(signal -> signal.name().equals(name))
                .findFirst();
    }

    /** Which kind of evidence a signal is; a signal of no kind never counts towards a page. */
    public enum Source {
        CAMERA,
        BEHAVIOUR,
        NONE
    }
}
