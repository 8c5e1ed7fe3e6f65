package dev.kioskguard.guard.decide;

import dev.kioskguard.content.Scam;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.show.Fitting;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.transfer.EndState;
import dev.kioskguard.transfer.Evidence;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.transfer.Verdict;
import dev.kioskguard.vision.SignalChange;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

/** Why a transfer ended as it did, in codes that a customer, a manager and an auditor can each be told in words. */
final class Endings {

    private Endings() {}

    /** Returns everything that stands against the case: what ended it first, then what the rules found. */
    static List<String> reasons(Case subject) {
        var all = new LinkedHashSet<>(subject.against());
        all.addAll(subject.judgement().reasons());
        if (subject.care().silent()) {
            // Last, so that no screen ever names it as the reason.
            all.add("silent-help");
        }
        return List.copyOf(all);
    }

    /** Returns what calls a person to a case. */
    static Effect.RaisePage page(Draft draft, Case subject) {
        return new Effect.RaisePage(
                draft.at,
                subject.transferId(),
                pageTier(subject).word(),
                reasons(subject),
                signs(draft.state),
                Fitting.likeliest(subject, draft.showing(subject)).map(Scam::id).orElse(""),
                subject.background().earlierStop());
    }

    /** Returns what was seen in this visit, for whoever comes: since when, and what speaks for it. */
    private static List<SignalChange> signs(GuardState state) {
        Visit visit = state.visit();
        return visit == null ? List.of() : state.watching().lastOf(visit.seen()::contains);
    }

    /** Returns the tier of the page that calls a person: a silent call for help is red, whatever the screen shows. */
    static Tier pageTier(Case subject) {
        return subject.care().silent() || subject.against().contains("cheated")
                ? Tier.RED
                : subject.judgement().tier();
    }

    static Verdict verdict(Case ended, Turn turn, Draft draft) {
        EndState end = ended.stage().end().orElseThrow();
        Evidence evidence = ended.proof().evidence();
        if (turn != Turn.CONFIRMED_AGAIN) {
            return new Verdict(end, ended.judgement().tier(), reasons(ended), null, evidence);
        }
        Instant until = ended.proof().mode().notBefore(draft.at, draft.policy.zone());
        var release = new Verdict.Release(ended.proof().mode(), until);
        return new Verdict(end, ended.judgement().tier(), reasons(ended), release, evidence.withTwiceConfirmed());
    }

    /** Returns what an end wants told; a page that the end itself has raised is still to be answered. */
    static List<Effect> effects(Case before, Case after) {
        Verdict verdict = after.verdict();
        if (verdict == null || before.verdict() != null) {
            return List.of();
        }
        var end = new Effect.End(after);
        return before.care().paged() ? List.of(end, new Effect.ClosePage(after.transferId())) : List.of(end);
    }

    /** Returns the case with what this turn holds against it. */
    static Case against(Turn turn, Case subject, Means means) {
        return switch (turn) {
            case PROMPT_IMPOSSIBLE -> all(subject, means.missing());
            case PROMPT_UNPROVEN, EVIDENCE_MISSING -> all(subject, unproven(subject));
            case PAYEE_LISTED -> subject.against("listed-payee");
            case BAIT_CONFIRMED, BAIT_GIVEN_AGAIN -> subject.against("bait-confirmed");
            case HAPPENING, HAPPENING_ENDS -> subject.against("happening");
            case DETAILS_WRONG -> subject.against("details-wrong");
            case CHEATED -> subject.against("cheated");
            case MISTAKEN_TWICE -> subject.against("misunderstood-twice");
            case EVIDENCE_PAIRED -> subject.against("two-kinds-of-evidence");
            case HELP_ASKED -> subject.against("help-asked");
            case STOP_ASKED -> subject.against("customer-stopped");
            case STAFF_CANCELLED -> subject.against("staff-cancelled");
            case NOBODY_CAME -> subject.against("no-staff");
            case SILENCE -> subject.against("silence");
            case PAUSE_LAPSED -> subject.against("pause-lapsed");
            case CARD_GONE -> subject.against("card-gone");
            case APPLICATION_WITHDREW -> subject.against("application-withdrew");
            case SCREEN_LOST -> subject.against("screen-lost");
            case CLOCK_JUMPED -> subject.against("clock-jumped");
            case RESTARTED -> subject.against("restarted");
            default -> subject;
        };
    }

    /** Returns the reason codes of the prompt's channels that were not proven. */
    private static List<String> unproven(Case subject) {
        return List.of(Channel.VOICE, Channel.TEXT, Channel.SIGN, Channel.POPUP).stream()
                .filter(channel -> !subject.proof().warned().contains(channel))
                .map(channel -> channel.word() + "-missing")
                .toList();
    }

    private static Case all(Case subject, List<String> reasons) {
        Case told = subject;
        for (String reason : reasons) {
            told = told.against(reason);
        }
        return told;
    }
}
