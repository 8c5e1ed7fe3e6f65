package dev.kioskguard.device;

import java.util.List;

/**
 * A device that can tell an engineer more of itself than its port asks for. Optional: no decision of the guard rests on
 * it.
 */
public interface Inspected {

    /** More facts of one device than this are passed over. */
    int FACTS_MAX = 64;

    /** Returns what is known now, without asking the hardware and without waiting; empty before it has answered. */
    List<Fact> inspect();

    /**
     * One thing that is known of a device or of the way to it, in one line.
     *
     * @param name such as {@code firmware EMV kernel}
     * @param value in the vendor's own words
     */
    record Fact(Kind kind, String name, String value) {

        private static final int CHARS_MAX = 200;

        public Fact {
            name = inOneLine(name);
            value = inOneLine(value);
        }

        private static String inOneLine(String text) {
            String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
            return line.substring(0, Math.min(line.length(), CHARS_MAX));
        }
    }

    /** What a fact is about. */
    enum Kind {
        VERSION,
        /** What was built by whom: model, serial number. */
        MODEL,
        ABILITY,
        /** What it tells of its own accord. */
        EVENT,
        /** What it was asked to tell of its own accord and does not, with why. */
        SILENCE,
        /** What the guard would use and the device does not have. */
        LACK
    }
}
