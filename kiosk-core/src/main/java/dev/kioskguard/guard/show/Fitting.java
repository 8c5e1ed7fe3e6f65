package dev.kioskguard.guard.show;

import dev.kioskguard.content.LocalCase;
import dev.kioskguard.content.Scam;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.risk.Facts;
import java.time.ZonedDateTime;
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

    /**
     * Returns the kinds of fraud that anything speaks for, the likeliest first; of equals first what has happened near
     * by, then the pack's own order.
     */
    static List<Scam> ranked(Case subject, Showing showing) {
        return showing.script().scams().stream()
                .filter(scam -> weight(scam, subject, showing) > 0)
                .sorted(Comparator.comparingInt((Scam scam) -> -weight(scam, subject, showing))
                        .thenComparing(scam -> nearBy(scam, subject, showing).isEmpty()))
                .toList();
    }

    /** Returns the kind of fraud to warn of, or nothing where none is likely enough. */
    public static Optional<Scam> likeliest(Case subject, Showing showing) {
        return ranked(subject, showing).stream()
                .findFirst()
                .filter(scam -> weight(scam, subject, showing) >= WARNED_FROM);
    }

    /** Returns the cases of that kind that are told at this branch, now, to this customer; in the pack's own order. */
    static List<LocalCase> nearBy(Scam scam, Case subject, Showing showing) {
        ZonedDateTime now = showing.at().atZone(showing.policy().zone());
        String site = showing.policy().site().branch();
        String group = subject.request().payer().group();
        return showing.script().cases().stream()
                .filter(one -> one.scam().equals(scam.id()))
                .filter(one -> one.shownTo().holds(site, group, now))
                .toList();
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
