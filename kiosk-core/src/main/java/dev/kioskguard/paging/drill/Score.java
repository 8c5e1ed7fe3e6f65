package dev.kioskguard.paging.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How well a drill was answered.
 *
 * @param toAcknowledge from its beginning until somebody was on the way; empty where nobody was
 * @param toArrive from its beginning until somebody stood at the machine; empty where nobody did
 * @param question whether what was asked helps this customer
 * @param verdict whether what was decided is right for this customer
 */
public record Score(Optional<Duration> toAcknowledge, Optional<Duration> toArrive, boolean question, boolean verdict) {

    /** As long as the lobby manager has before somebody else is called. */
    static final Duration ACKNOWLEDGE_WITHIN = Duration.ofSeconds(30);

    /** A branch is small, and a customer who waits alone listens to the caller. */
    static final Duration ARRIVE_WITHIN = Duration.ofSeconds(90);

    // @formatter:off
    private static final List<Predicate<Score>> POINTS = List.of(
        score -> within(score.toAcknowledge, ACKNOWLEDGE_WITHIN),
        score -> within(score.toArrive,      ARRIVE_WITHIN),
        score -> score.question,
        score -> score.verdict);
    // @formatter:on

    /** The most points there are. */
    public static final int POINTS_MAX = POINTS.size();

    public static Score of(Drill drill) {
        Answers answers = drill.answers();
        return new Score(
                since(drill, answers.acknowledged()),
                since(drill, answers.arrived()),
                drill.scene().question().equals(answers.question()),
                answers.verdict() != null && drill.scene().verdicts().contains(answers.verdict()));
    }

    /** Returns the points, 0 to {@link #POINTS_MAX}: one for each thing that was soon enough or right. */
    public int points() {
        return (int) POINTS.stream().filter(point -> point.test(this)).count();
    }

    private static Optional<Duration> since(Drill drill, @Nullable Instant at) {
        return Optional.ofNullable(at).map(then -> Duration.between(drill.began(), then));
    }

    private static boolean within(Optional<Duration> span, Duration most) {
        return span.filter(known -> known.compareTo(most) <= 0).isPresent();
    }
}
