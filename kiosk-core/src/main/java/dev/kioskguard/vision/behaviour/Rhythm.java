package dev.kioskguard.vision.behaviour;

import dev.kioskguard.vision.behaviour.Stroke.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What strokes say, each a function of their times alone, from 0 (nothing speaks for it) to 1. Pauses are measured
 * against the customer's own pace, so that whoever is slow is not taken for somebody who is led.
 */
public final class Rhythm {

    /** Groups in which numbers are said aloud: three or four digits, and a shorter rest. */
    private static final int GROUP_MIN = 3;

    private static final int GROUP_MAX = 4;

    /** Fewer groups are no rhythm. */
    private static final int GROUPS_MIN = 3;

    /** Who listens waits for the next group: longer than who looks at a paper and back. */
    private static final Duration LISTENING_MIN = Duration.ofMillis(1600);

    /** And by so much longer than between two digits of one group. */
    private static final double LISTENING_RATIO_MIN = 2.5;

    /** The share of groups that must be of three or four. */
    private static final double GROUPED_MIN = 0.75;

    private static final Duration HESITATING_MIN = Duration.ofSeconds(6);
    private static final double HESITATING_RATIO_MIN = 5;
    private static final int HESITATIONS_MIN = 3;

    private static final int CORRECTIONS_MIN = 3;

    private static final Duration HASTY_MAX = Duration.ofMillis(900);
    private static final int HASTY_MIN = 4;

    private Rhythm() {}

    /** Returns how much the digits are keyed as if somebody dictated them: in groups, with waits between. */
    public static double dictated(List<Stroke> strokes) {
        List<Long> gaps = gaps(digits(strokes));
        if (gaps.size() < GROUPS_MIN * GROUP_MIN - 1) {
            return 0;
        }
        List<Integer> groups = new ArrayList<>();
        List<Long> inside = new ArrayList<>();
        List<Long> waits = new ArrayList<>();
        int group = 1;
        for (long gap : gaps) {
            if (gap >= LISTENING_MIN.toMillis()) {
                waits.add(gap);
                groups.add(group);
                group = 1;
            } else {
                inside.add(gap);
                group++;
            }
        }
        groups.add(group);
        if (groups.size() < GROUPS_MIN || median(waits) < LISTENING_RATIO_MIN * median(inside)) {
            return 0;
        }
        // The last group is what is left over.
        List<Integer> whole = groups.subList(0, groups.size() - 1);
        double share = (double) whole.stream()
                        .filter(size -> size >= GROUP_MIN && size <= GROUP_MAX)
                        .count()
                / whole.size();
        return share >= GROUPED_MIN && groups.get(groups.size() - 1) <= GROUP_MAX ? share : 0;
    }

    /** Returns how much whoever types stops in the middle, again and again, for much longer than is their own way. */
    public static double hesitating(List<Stroke> strokes) {
        List<Long> gaps = gaps(digits(strokes));
        double usual = median(gaps);
        long stops = gaps.stream()
                .filter(gap -> gap >= HESITATING_MIN.toMillis() && gap >= HESITATING_RATIO_MIN * usual)
                .count();
        return stops < HESITATIONS_MIN ? 0 : Math.min(1, 0.5 + 0.1 * (stops - HESITATIONS_MIN));
    }

    /** Returns how much what was typed was taken back, again and again. A run of corrections is one. */
    public static double correcting(List<Stroke> strokes) {
        int times = 0;
        boolean typed = false;
        for (Stroke stroke : strokes) {
            if (stroke.kind() == Kind.CORRECTION && typed) {
                times++;
            }
            typed = stroke.kind() == Kind.DIGIT;
        }
        return times < CORRECTIONS_MIN ? 0 : Math.min(1, 0.5 + 0.1 * (times - CORRECTIONS_MIN));
    }

    /** Returns how much yes is pressed faster, again and again, than anything can be read. */
    public static double confirmingFast(List<Stroke> strokes) {
        int run = 1;
        int longest = 1;
        for (int i = 1; i < strokes.size(); i++) {
            Stroke before = strokes.get(i - 1);
            Stroke now = strokes.get(i);
            boolean both = before.kind() == Kind.CONFIRM && now.kind() == Kind.CONFIRM;
            boolean fast = Duration.between(before.at(), now.at()).compareTo(HASTY_MAX) <= 0;
            run = both && fast ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest < HASTY_MIN ? 0 : Math.min(1, 0.5 + 0.1 * (longest - HASTY_MIN));
    }

    /** The digits of the last number alone: what is between two numbers is no rhythm. */
    private static List<Stroke> digits(List<Stroke> strokes) {
        int end = strokes.size();
        while (end > 0 && strokes.get(end - 1).kind() != Kind.DIGIT) {
            end--;
        }
        int begin = end;
        while (begin > 0 && strokes.get(begin - 1).kind() == Kind.DIGIT) {
            begin--;
        }
        return strokes.subList(begin, end);
    }

    /** In milliseconds. */
    private static List<Long> gaps(List<Stroke> strokes) {
        var gaps = new ArrayList<Long>();
        for (int i = 1; i < strokes.size(); i++) {
            gaps.add(Duration.between(strokes.get(i - 1).at(), strokes.get(i).at())
                    .toMillis());
        }
        return gaps;
    }

    private static double median(List<Long> values) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
