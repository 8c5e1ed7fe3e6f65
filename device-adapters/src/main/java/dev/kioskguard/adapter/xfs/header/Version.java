package dev.kioskguard.adapter.xfs.header;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of CEN/XFS, such as 3.20; the second number is of two decimal digits. */
public record Version(int major, int minor) implements Comparable<Version> {

    public static final Version V3_00 = new Version(3, 0);
    public static final Version V3_20 = new Version(3, 20);
    public static final Version V3_30 = new Version(3, 30);

    /** The versions that changed structures which the header has. */
    public static final List<Version> KNOWN = List.of(V3_00, V3_20, V3_30);

    private static final Pattern TEXT = Pattern.compile("([0-9])\\.([0-9]{2})");

    /**
     * Reads {@code 3.20}.
     *
     * @throws IllegalArgumentException when it is no version
     */
    public static Version of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'%s' is no version, such as 3.20".formatted(text));
        }
        return new Version(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Returns the version that a WORD of {@code WFSVERSION} means: the low byte is major, the high one minor. */
    public static Version ofWord(int word) {
        return new Version(word & 0xFF, word >> 8 & 0xFF);
    }

    /** Returns this version as a WORD of {@code WFSVERSION}. */
    public int word() {
        return minor << 8 | major;
    }

    /** Returns what an application asks for that can do with anything between: the high word is the lowest. */
    public static int range(Version lowest, Version highest) {
        return lowest.word() << 16 | highest.word();
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return "%d.%02d".formatted(major, minor);
    }
}
