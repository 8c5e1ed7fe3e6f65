package dev.kioskguard.vision.rule;

import dev.kioskguard.vision.rule.Mark.Say;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The marks of the last seconds, oldest first. Immutable. */
record Window(List<Mark> marks) {

    /** Beyond it the oldest are forgotten: a camera faster than this needs no more. */
    static final int MARKS_MAX = 600;

    static final Window EMPTY = new Window(List.of());

    Window {
        marks = List.copyOf(marks);
    }

    /** Returns this with one more mark, and without what lies too far before it. */
    Window with(Mark mark, Bounds bounds) {
        Instant from = mark.at().minus(bounds.window());
        int first = Math.max(0, marks.size() + 1 - MARKS_MAX);
        int stays = marks.size() + 1 - bounds.kept();
        while (first < marks.size() && first < stays && !marks.get(first).at().isAfter(from)) {
            first++;
        }
        var now = new ArrayList<>(marks.subList(first, marks.size()));
        now.add(mark);
        return new Window(now);
    }

    int count(Say say) {
        return (int) marks.stream().filter(mark -> mark.is(say)).count();
    }

    int told() {
        return marks.size() - count(Say.UNKNOWN);
    }

    /** Returns the share of all frames that say yes. */
    double yes() {
        return marks.isEmpty() ? 0 : (double) count(Say.YES) / marks.size();
    }

    /** Returns the share of those frames that can tell. */
    double yesOfTold() {
        return told() == 0 ? 0 : (double) count(Say.YES) / told();
    }

    /** Returns when the first yes was seen; null without one. */
    @Nullable
    Instant firstYes() {
        return marks.stream()
                .filter(mark -> mark.is(Say.YES))
                .map(Mark::at)
                .findFirst()
                .orElse(null);
    }

    /** Returns how far apart the first and the last yes are. */
    Duration lasts() {
        Instant first = firstYes();
        Instant last = marks.stream()
                .filter(mark -> mark.is(Say.YES))
                .map(Mark::at)
                .reduce((one, next) -> next)
                .orElse(null);
        return first == null || last == null ? Duration.ZERO : Duration.between(first, last);
    }

    /** Returns how many separate times a yes was seen: runs of it, with a no between them. */
    int times() {
        int times = 0;
        Say before = Say.NO;
        for (Mark mark : marks) {
            if (mark.is(Say.YES) && before != Say.YES) {
                times++;
            }
            before = mark.is(Say.UNKNOWN) ? before : mark.say();
        }
        return times;
    }

    /** Returns the mean over the frames that say yes; 0 without one. */
    double mean(ToDoubleFunction<Mark> of) {
        return marks.stream()
                .filter(mark -> mark.is(Say.YES))
                .mapToDouble(of)
                .average()
                .orElse(0);
    }

    boolean begins(Bounds bounds) {
        return told() >= bounds.framesMin()
                && yes() >= bounds.on()
                && times() >= bounds.timesMin()
                && lasts().compareTo(bounds.lastsMin()) >= 0;
    }

    boolean ends(Bounds bounds) {
        return told() >= bounds.framesMin() && yesOfTold() <= bounds.off();
    }
}
