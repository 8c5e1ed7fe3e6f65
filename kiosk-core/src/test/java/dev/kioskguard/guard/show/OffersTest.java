package dev.kioskguard.guard.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.content.Question;
import dev.kioskguard.content.Script;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.Facts.Background;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffersTest {

    private static final List<String> PURPOSES = List.of(
            "family-support",
            "goods",
            "rent",
            "house",
            "renovation",
            "repay-debt",
            "lend-to-friend",
            "medical",
            "school",
            "investment",
            "other");

    private static final Policy POLICY = new Policy(
            Limits.USUAL,
            new Script(
                    PURPOSES,
                    List.of("refund"),
                    List.of(Question.ofAll("purpose-again", PURPOSES)),
                    List.of(),
                    List.of()),
            ShippedPolicy.RISK,
            new Policy.Site("B-001", ZoneId.of("Asia/Shanghai"), true));

    // Eleven purposes are more than the keypad has digits: none may be left out, and no key may mean two things.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void aQuestionOffersEachOfItsAnswersOnAKeyOfItsOwn(long seed) {
        Screen screen = compose(asking("purpose-again"), seed);

        assertThat(screen.choices()).extracting(Choice::id).containsAll(PURPOSES);
        assertThat(screen.choices()).extracting(Choice::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"欧阳娜娜", "司马光", "李明", "张"})
    void theRightSurnameStandsAmongOthersOfItsLength(String name) {
        Case subject = asking("purpose-again", name).at(new Case.Place(Stage.CONFIRM_AGAIN, null, 9));
        String right = subject.request().payee().surname();
        var showing = showing(subject, 7);

        List<String> offered = Offers.choices(subject, null, showing).stream()
                .map(Choice::literal)
                .filter(Objects::nonNull)
                .toList();

        assertThat(offered).hasSize(6).doesNotHaveDuplicates().contains(right);
        assertThat(offered).allMatch(surname -> surname.length() == right.length());
    }

    private static Screen compose(Case subject, long seed) {
        return Screens.compose(subject, showing(subject, seed));
    }

    private static Showing showing(Case subject, long seed) {
        var chance = new SplittableRandom(seed);
        return new Showing(Instant.EPOCH, POLICY, Fitting.facts(subject, null), null, null, chance);
    }

    private static Case asking(String question) {
        return asking(question, "李明");
    }

    private static Case asking(String question, String name) {
        var payee = new Payee(name, "6222020000000000109", null, null, Payee.Standing.UNKNOWN);
        var request =
                new TransferRequest(TransferRequest.Kind.TRANSFER, new Money("CNY", 100), payee, Payer.UNKNOWN, null);
        return Case.of(new Case.Named("t-1", "s-1", "token", "zh-CN", Manner.ORDINARY), request, Background.NOTHING)
                .at(new Case.Place(Stage.ASK, null, 3))
                .with(Asked.NOTHING.asking(question));
    }
}
