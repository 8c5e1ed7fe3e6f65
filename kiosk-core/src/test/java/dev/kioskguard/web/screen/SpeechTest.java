package dev.kioskguard.web.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.content.Words;
import dev.kioskguard.device.Key;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.screen.Screen.Look;
import dev.kioskguard.guard.screen.Screen.Times;
import dev.kioskguard.guard.screen.Screen.Typed;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.risk.Facts.Background;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeechTest {

    private static final Words WORDS = ShippedContent.pack().words();

    private static final Case OPEN = Case.of(
            new Case.Named("t-1", "s-1", "card", "zh-CN", Manner.AUDIO),
            new TransferRequest(
                    TransferRequest.Kind.TRANSFER,
                    new Money("CNY", 2_200_000),
                    new Payee("李明", "6222020000001234", null, null, Payee.Standing.UNKNOWN),
                    Payer.UNKNOWN,
                    null),
            Background.NOTHING);

    private static Screen screen(Kind kind, Manner manner) {
        return new Screen(
                "t-1-1",
                kind,
                null,
                "confirm.24-hours",
                Map.of(),
                List.of(Choice.of("confirm", Key.ONE), Choice.of("wrong", Key.TWO)),
                null,
                null,
                new Times(Instant.EPOCH, Instant.EPOCH, Instant.MAX, false, 0),
                new Look(manner, null, null));
    }

    @Test
    void whoHasNoScreenHearsSurnameAmountAndEveryAnswerWithItsKey() {
        assertThat(Speech.of("confirm.24-hours", screen(Kind.CONFIRM, Manner.AUDIO), OPEN, WORDS))
                .containsExactly(
                        "confirm.24-hours",
                        "say.surname.li3",
                        "say.number.2",
                        "say.number.wan",
                        "say.number.2",
                        "say.number.thousand",
                        "say.number.yuan",
                        "say.key.1",
                        "say.choice.confirm",
                        "say.key.2",
                        "say.choice.wrong");
    }

    @Test
    void whoTypesHearsWhichKeysSendAndClear() {
        Screen shown = screen(Kind.CONFIRM_AGAIN, Manner.AUDIO);
        var typed = new Screen(
                shown.id(),
                shown.kind(),
                null,
                "confirm-again.amount",
                Map.of(),
                List.of(Choice.of("help", Key.FDK08)),
                Typed.AMOUNT,
                null,
                shown.times(),
                shown.look());

        assertThat(Speech.of("confirm-again.amount", typed, OPEN, WORDS))
                .endsWith("say.number.yuan", "say.typed", "say.key.fdk08", "say.choice.help");
    }

    @Test
    void aSurnameThatIsAnAnswerIsSaidAfterItsKey() {
        Screen asked = choosing(
                List.of(
                        new Choice("surname-4", Key.FOUR, "surname", "欧阳"),
                        new Choice("surname-5", Key.FIVE, "surname", "Smith")),
                0);

        assertThat(Speech.of("confirm-again.surname", asked, null, WORDS))
                .containsExactly("confirm-again.surname", "say.key.4", "say.surname.ouyang", "say.key.5");
    }

    @Test
    void theEndOfTheTimeNamesTheKeyThatGivesMoreWhileThereIsMore() {
        var longer = List.of(Choice.of("repeat", Key.FDK06), Choice.of("slower", Key.FDK05));

        assertThat(Speech.ending(choosing(longer, 0)))
                .containsExactly("say.time.left", "say.key.fdk05", "say.choice.slower");
        assertThat(Speech.ending(choosing(longer.subList(0, 1), 9)))
                .containsExactly("say.time.left", "say.key.fdk06", "say.choice.repeat");
        assertThat(Speech.ending(choosing(longer, Limits.EXTENSIONS_MAX))).containsExactly("say.time.left");
        assertThat(Speech.ending(choosing(List.of(), 0))).containsExactly("say.time.left");
    }

    private static Screen choosing(List<Choice> choices, int extended) {
        Screen usual = screen(Kind.ASK, Manner.AUDIO);
        return new Screen(
                usual.id(),
                usual.kind(),
                null,
                usual.textId(),
                Map.of(),
                choices,
                null,
                null,
                new Times(Instant.EPOCH, Instant.EPOCH, Instant.MAX, false, extended),
                usual.look());
    }

    @Test
    void whoReadsHearsTheScreenAlone() {
        assertThat(Speech.of("confirm.24-hours", screen(Kind.CONFIRM, Manner.ORDINARY), OPEN, WORDS))
                .containsExactly("confirm.24-hours");
    }

    @Test
    void aQuestionSaysNoMoneyAndASilentScreenSaysOnlyItsKeys() {
        assertThat(Speech.of("ask.first-time", screen(Kind.ASK, Manner.AUDIO), OPEN, WORDS))
                .noneMatch(clip -> clip.startsWith("say.number"))
                .contains("say.key.1");
        assertThat(Speech.of(null, screen(Kind.HELD, Manner.AUDIO), OPEN, WORDS))
                .containsExactly("say.key.1", "say.choice.confirm", "say.key.2", "say.choice.wrong");
        assertThat(Speech.of(null, screen(Kind.HELD, Manner.ORDINARY), OPEN, WORDS))
                .as("whoever reads")
                .isEmpty();
    }
}
