package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Watching;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.transfer.Tier;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What stands against a stage however it was reached: checked after every step, so that no way in escapes it. */
final class Standing {

    private static final Set<Stage> CONFIRMING = EnumSet.of(Stage.CONFIRM, Stage.CONFIRM_AGAIN);

    private Standing() {}

    static Optional<Turn> owed(Case open, Watching watching) {
        if (open.stage().isEnd() || open.stage() == Stage.PAUSED || open.stage() == Stage.REQUESTED) {
            return Optional.empty();
        }
        if (open.judgement().callsAPerson() && !open.care().paged()) {
            return Optional.of(Turn.EVIDENCE_PAIRED);
        }
        if (watching.call() && GuardTable.INTERRUPTIBLE.contains(open.stage())) {
            return Optional.of(Turn.CALL_BEGAN);
        }
        if (!CONFIRMING.contains(open.stage())) {
            return Optional.empty();
        }
        if (open.judgement().tier() != Tier.GREEN && !open.asked().answers().containsKey(Asked.WARNING)) {
            return Optional.of(Turn.WARNING_WANTED);
        }
        if (wantsPerson(open)) {
            return Optional.of(Turn.PERSON_WANTED);
        }
        return open.judgement().tier().allowsRealTime() || open.proof().understood()
                ? Optional.empty()
                : Optional.of(Turn.PROOF_WANTED);
    }

    /** Returns whether nothing may go on before people have come: red, and whoever has called for help silently. */
    static boolean wantsPerson(Case open) {
        boolean red = open.judgement().tier() == Tier.RED || open.care().silent();
        return red && open.care().releasedBy().size() < releases(open);
    }

    /** Returns how many people must release this transfer. */
    static int releases(Case open) {
        Tier tier = open.care().silent() ? Tier.RED : open.judgement().tier();
        return Limits.RELEASES.getOrDefault(tier.word(), 1);
    }
}
