package dev.kioskguard.sim.story.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonasTest {

    private static final Duration READY = Duration.ofSeconds(3);

    @ParameterizedTest
    @CsvSource({
        "NONE, true, know-payee, friend",
        "CHILD, true, know-payee, relative",
        "NONE, true, first-time, yes",
        "NONE, false, first-time, no",
        "NONE, true, how-met, in-person",
        "NONE, true, contact-now, nobody",
        "NONE, true, coached, no",
        "NONE, true, purpose-again, rent",
    })
    void anHonestCustomerTellsTheTruth(Relation relation, boolean firstTime, String question, String truth) {
        assertThat(answer(Personas.HONEST, question(question), errand(relation, firstTime)))
                .isEqualTo(Answer.press(truth));
    }

    @Test
    void aCoachedCustomerDeniesTheFirstTimeAndTheCoaching() {
        Errand stranger = errand(Relation.NONE, true);
        assertThat(answer(Personas.COACHED, question("first-time"), stranger)).isEqualTo(Answer.press("no"));
        assertThat(answer(Personas.COACHED, question("coached"), stranger)).isEqualTo(Answer.press("no"));
        assertThat(answer(Personas.COACHED, question("know-payee"), stranger)).isEqualTo(Answer.press("relative"));
    }

    @Test
    void aHurriedCustomerPressesTheFirstAnswerThatGoesOnAsSoonAsItIsTaken() {
        Look look = look("warning", null, null, "repeat", "happening", "not-happening", "stop");
        assertThat(Personas.HURRIED.customer(new SplittableRandom(1)).consider(look, errand(Relation.NONE, false)))
                .contains(new Act(READY, Answer.press("not-happening")));
    }

    @Test
    void anElderCustomerHasAWarningSaidAgainOnce() {
        Persona elder = Personas.ELDER.customer(new SplittableRandom(1));
        Errand errand = errand(Relation.NONE, false);
        Look first = look("warning", null, null, "understood", "repeat");
        Look again = new Look("t-1-9", "warning", null, null, first.choices(), null, READY);
        assertThat(elder.consider(first, errand).orElseThrow().answer()).isEqualTo(Answer.press("repeat"));
        assertThat(elder.consider(first, errand).orElseThrow().answer()).isEqualTo(Answer.press("repeat"));
        assertThat(elder.consider(again, errand).orElseThrow().answer()).isEqualTo(Answer.press("understood"));
    }

    @ParameterizedTest
    @CsvSource({"amount, 2000.00", "last-four, 0109", "surname, 李"})
    void theRightAnswerIsTypedInTheFormThatIsAsked(String form, String right) {
        Look look = look("confirm-again", null, form, "help", "stop");
        assertThat(answer(Personas.HONEST, look, errand(Relation.NONE, false))).isEqualTo(Answer.type(right));
    }

    @Test
    void chanceDecidesWhatARandomCustomerDoesAndTheSameChanceTheSame() {
        Errand errand = errand(Relation.NONE, false);
        Look look = question("how-met");
        List<Act> once = acts(5, look, errand);
        assertThat(acts(5, look, errand)).isEqualTo(once);
        assertThat(once).as("control: not always the same").doesNotHaveDuplicates();
    }

    private static List<Act> acts(long seed, Look look, Errand errand) {
        Persona random = Personas.RANDOM.customer(new SplittableRandom(seed));
        return Stream.generate(() -> random.consider(look, errand).orElseThrow())
                .limit(20)
                .toList();
    }

    private static Answer answer(Personas character, Look look, Errand errand) {
        return character
                .customer(new SplittableRandom(1))
                .consider(look, errand)
                .orElseThrow()
                .answer();
    }

    private static Errand errand(Relation relation, boolean firstTime) {
        var standing = new Payee.Standing(relation, firstTime, false);
        var payee = new Payee("李明", "6222020000000000109", null, null, standing);
        var money = new Money("CNY", 200_000);
        return new Errand(
                new TransferRequest(TransferRequest.Kind.TRANSFER, money, payee, Payer.UNKNOWN, null), "rent");
    }

    private static Look question(String id) {
        return look("ask", id, null, "yes", "no", "in-person");
    }

    private static Look look(String kind, @Nullable String question, @Nullable String typed, String... choices) {
        return new Look(
                "t-1-1",
                kind,
                question,
                null,
                Stream.of(choices).map(id -> new Look.Choice(id, id)).toList(),
                typed,
                READY);
    }
}
