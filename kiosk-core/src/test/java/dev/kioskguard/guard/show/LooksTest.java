package dev.kioskguard.guard.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.content.LocalCase;
import dev.kioskguard.content.Scam;
import dev.kioskguard.content.Scam.Clue;
import dev.kioskguard.content.Script;
import dev.kioskguard.content.Targeting;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.Condition;
import dev.kioskguard.risk.Facts.Background;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What has happened near by is told beside a warning of its kind, and decides between equally likely kinds. */
class LooksTest {

    private static final Instant IN_MAY = Instant.parse("2026-05-10T04:00:00Z");
    private static final Targeting IN_SEPTEMBER =
            new Targeting(Set.of(), null, null, Set.of(Month.SEPTEMBER), Set.of(), Set.of(), Set.of());
    private static final Targeting ELSEWHERE =
            new Targeting(Set.of("B-002"), null, null, Set.of(), Set.of(), Set.of(), Set.of());

    @Test
    void aCaseOfTheKindThatIsWarnedOfIsToldAndEachHasItsTurn() {
        var told = new HashSet<@Nullable String>();
        for (long seed = 1; seed <= 40; seed++) {
            told.add(warned(seed, everywhere("one", "tasks"), everywhere("two", "tasks"), everywhere("x", "prize"))
                    .look()
                    .localCase());
        }

        assertThat(told).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void aCaseOfAnotherSeasonOrBranchIsNotTold() {
        assertThat(warned(1, new LocalCase("a", "tasks", IN_SEPTEMBER), new LocalCase("b", "tasks", ELSEWHERE))
                        .look()
                        .localCase())
                .isNull();
    }

    @Test
    void ofTwoKindsThatAreEquallyLikelyTheOneFromNearByIsWarnedOf() {
        assertThat(warned(1, everywhere("a", "prize")).textId()).isEqualTo("warning.prize");
        assertThat(warned(1, everywhere("a", "rare")).textId())
                .as("control: near by is less than a clue")
                .isEqualTo("warning.tasks");
        assertThat(warned(1).textId()).as("control: the pack's order").isEqualTo("warning.tasks");
    }

    private static LocalCase everywhere(String id, String scam) {
        return new LocalCase(id, scam, Targeting.EVERYBODY);
    }

    private static Screen warned(long seed, LocalCase... cases) {
        var script = new Script(
                List.of("other"),
                List.of(),
                List.of(),
                List.of(scam("rare", 5), scam("tasks", 6), scam("prize", 6)),
                List.of(cases));
        var policy = new Policy(
                Limits.USUAL, script, ShippedPolicy.RISK, new Policy.Site("B-001", ZoneId.of("Asia/Shanghai"), true));
        Case subject = warned();
        var chance = new SplittableRandom(seed);
        return Screens.compose(subject, new Showing(IN_MAY, policy, Fitting.facts(subject, null), null, null, chance));
    }

    private static Scam scam(String id, int weight) {
        return new Scam(id, Scam.Response.WARN, List.of(new Clue(Condition.answered("purpose", "other"), weight)));
    }

    private static Case warned() {
        var payee = new Payee("李明", "6222020000000000109", null, null, Payee.Standing.UNKNOWN);
        var request =
                new TransferRequest(TransferRequest.Kind.TRANSFER, new Money("CNY", 100), payee, Payer.UNKNOWN, null);
        return Case.of(new Case.Named("t-1", "s-1", "token", "zh-CN", Manner.ORDINARY), request, Background.NOTHING)
                .at(new Case.Place(Stage.WARNING, null, 3))
                .with(Asked.NOTHING.with(Asked.PURPOSE, "other"));
    }
}
