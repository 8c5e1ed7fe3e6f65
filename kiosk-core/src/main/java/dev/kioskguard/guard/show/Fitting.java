package dev.kioskguard.guard.show;

import dev.kioskguard.content.Scam;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.risk.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kinds of fraud a transfer looks like: the sum of the weights of the clues that hold. */
public final class Fitting {

    /** A kind of fraud is warned of by name only where its clues weigh so much; less is a guess. */
    static final int WARNED_FROM = 5;

    private Fitting() {}

    /** Returns everything a case is judged by. */
    public static Facts facts(Case subject, @Nullable Visit visit) {
        return new Facts(
                subject.request(),
                subject.asked().said(),
                visit == null ? Set.of() : visit.seen(),
                subject.background());
    }

    /** Returns the kinds of fraud that anything speaks for, the likeliest first; equals in the pack's own order. */
    static List<Scam> ranked(Case subject, Showing showing) {
        return showing.script().scams().stream()
                .filter(scam -> weight(scam, subject, showing) > 0)
                .sorted(Comparator.comparingInt((Scam scam) -> -weight(scam, subject, showing)))
                .toList();
    }

    /** Returns the kind of fraud to warn of, or nothing where none is likely enough. */
    public static Optional<Scam> likeliest(Case subject, Showing showing) {
        return ranked(subject, showing).stream()
                .findFirst()
                .filter(scam -> weight(scam, subject, showing) >= WARNED_FROM);
    }

    private static int weight(Scam scam, Case subject, Showing showing) {
        Policy policy = showing.policy();
        return scam.clues().stream()
                .filter(clue ->
                        clue.when().holds(showing.facts(), subject.judgement().tier(), policy.risk()))
                .mapToInt(Scam.Clue::weight)
                .sum();
    }
}
