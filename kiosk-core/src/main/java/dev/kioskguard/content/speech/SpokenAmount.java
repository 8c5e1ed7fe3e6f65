package dev.kioskguard.content.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An amount in yuan as a row of clips, as a Chinese voice says it: 一 万 零 五 百 点 二 元.
 *
 * <p>A number is never rendered as a whole: no build can know the amounts, and a terminal has no synthesiser. Whether
 * an amount may be heard at all, in a room with others, is decided by who plays it.
 */
public final class SpokenAmount {

    /** The highest amount that has a reading here, in fen: one short of ten thousand times 亿. */
    public static final long MINOR_MAX = 999_999_999_999_99L;

    private static final String NUMBER = "say.number.";
    private static final List<String> UNITS = List.of("", "ten", "hundred", "thousand");
    private static final List<String> GROUPS = List.of("", "wan", "yi");

    /** Every clip that an amount may need. */
    public static final List<String> CLIPS = Stream.concat(
                    IntStream.rangeClosed(0, 9).mapToObj(Integer::toString),
                    Stream.of("ten", "hundred", "thousand", "wan", "yi", "point", "yuan"))
            .map(NUMBER::concat)
            .toList();

    private static final int FEN_A_YUAN = 100;
    private static final int GROUP = 10_000;

    private SpokenAmount() {}

    /**
     * Returns the names of the clips, in order.
     *
     * @param minor the amount in fen
     * @throws IllegalArgumentException for an amount below zero or above {@link #MINOR_MAX}
     */
    public static List<String> clips(long minor) {
        if (minor < 0 || minor > MINOR_MAX) {
            throw new IllegalArgumentException("an amount from 0 to " + MINOR_MAX + " fen can be said, not " + minor);
        }
        List<String> words = new ArrayList<>();
        whole(minor / FEN_A_YUAN, words);
        int fen = (int) (minor % FEN_A_YUAN);
        if (fen > 0) {
            words.add("point");
            words.add(Integer.toString(fen / 10));
            if (fen % 10 > 0) {
                words.add(Integer.toString(fen % 10));
            }
        }
        words.add("yuan");
        return words.stream().map(NUMBER::concat).toList();
    }

    private static void whole(long yuan, List<String> words) {
        if (yuan == 0) {
            words.add("0");
            return;
        }
        long unit = (long) GROUP * GROUP;
        boolean gap = false;
        for (int group = GROUPS.size() - 1; group >= 0; group--, unit /= GROUP) {
            int part = (int) (yuan / unit % GROUP);
            if (part == 0) {
                gap = true;
                continue;
            }
            // A gap between what was said and this is one 零, however wide it is.
            if (!words.isEmpty() && (gap || part < GROUP / 10)) {
                words.add("0");
            }
            gap = false;
            fourDigits(part, words);
            if (group > 0) {
                words.add(GROUPS.get(group));
            }
        }
    }

    private static void fourDigits(int part, List<String> words) {
        boolean begun = false;
        boolean zero = false;
        for (int place = UNITS.size() - 1, unit = GROUP / 10; place >= 0; place--, unit /= 10) {
            int digit = part / unit % 10;
            if (digit == 0) {
                zero = begun;
                continue;
            }
            if (zero) {
                words.add("0");
                zero = false;
            }
            // Ten to nineteen begin with 十 and not with 一十, but only where nothing went before.
            if (digit > 1 || place != 1 || begun || !words.isEmpty()) {
                words.add(Integer.toString(digit));
            }
            if (place > 0) {
                words.add(UNITS.get(place));
            }
            begun = true;
        }
    }
}
