package dev.kioskguard.sim.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Key;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.pad.EntryListener;
import dev.kioskguard.sim.pad.EntryRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final List<Runnable> alarms = new ArrayList<>();
    private final Terminal terminal = new Terminal(collecting(), new Random(1), "KG-0001");

    @Test
    void everyCardNumberHasAValidCheckDigit() {
        assertThat(Card.all()).extracting(Card::name).containsExactly("honest", "elder", "second");
        assertThat(Card.all()).allMatch(card -> luhnSum(card.number()) % 10 == 0);
        assertThat(Card.all())
                .allMatch(card -> new CardData(card.track2()).number().equals(card.number()));
        assertThat(Card.of("elder")).get().matches(Card::elder);
    }

    @Test
    void aCardIsDrawnInOnceTheReaderAcceptsOneAndInsertingSettlesWhenThePinCanBeKeyed() {
        CompletableFuture<Void> inserted = terminal.insertCard("honest").toCompletableFuture();
        assertThat(terminal.view().card()).isEqualTo("none");
        List<Card> in = new ArrayList<>();
        terminal.cardSlot().accept(in::add);
        assertThat(in).extracting(Card::name).containsExactly("honest");
        assertThat(terminal.view().card()).isEqualTo("inside");
        assertThat(inserted).isNotDone();
        terminal.pad().enterPin(new EntryRules(4, 6, false, Map.of(Key.ENTER, true)), silent());
        inserted.join();
        assertThat(terminal.view().keypad()).isEqualTo("pin");
    }

    @Test
    void aCardCanBePulledFromEverywhereAndPullingTwiceIsHarmless() {
        terminal.cardSlot().accept(card -> {});
        terminal.insertCard("honest");
        assertThat(terminal.cardSlot().held()).isPresent();
        terminal.pullCard().toCompletableFuture().join();
        assertThat(terminal.view().card()).isEqualTo("returned");
        terminal.pullCard().toCompletableFuture().join();
        assertThat(terminal.view().card()).isEqualTo("returned");
    }

    @Test
    void theReaderHoldsOneCard() {
        terminal.cardSlot().accept(card -> {});
        terminal.insertCard("honest");
        assertThatThrownBy(() -> terminal.insertCard("second")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> terminal.insertCard("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aJammedCardStaysWhereItIs() {
        terminal.cardSlot().accept(card -> {});
        terminal.insertCard("honest");
        terminal.fault(TerminalDevice.CARD_READER, Fault.JAM, Optional.empty());
        terminal.pullCard();
        assertThat(terminal.view().card()).isEqualTo("inside");
        assertThatThrownBy(() -> terminal.cardSlot().eject())
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(DeviceException.Fault.MEDIA_JAMMED));
        terminal.fault(TerminalDevice.CARD_READER, Fault.NONE, Optional.empty());
        terminal.cardSlot().retain();
        assertThat(terminal.view().card()).isEqualTo("retained");
        assertThat(terminal.cardSlot().binCards()).isEqualTo(1);
    }

    @Test
    void keysAreLostWhenNobodyListens() {
        assertThat(terminal.press(List.of(Key.ONE, Key.TWO))
                        .toCompletableFuture()
                        .join())
                .isZero();
        terminal.pad().enterPlain(new EntryRules(0, 0, false, Map.of(Key.ONE, false)), silent());
        assertThat(terminal.press(List.of(Key.ONE, Key.TWO))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(1);
        assertThat(terminal.view().keysLost()).isEqualTo(3);
    }

    @Test
    void aFaultEndsAfterItsDurationUnlessItWasSetAgain() {
        terminal.fault(TerminalDevice.SPEAKER, Fault.MUTE, Optional.of(Duration.ofSeconds(5)));
        assertThat(terminal.view().speaker()).isEqualTo("muted");
        assertThat(terminal.surroundings().volume()).isEqualTo(Surroundings.MUTED);
        terminal.fault(TerminalDevice.SPEAKER, Fault.MUTE, Optional.of(Duration.ofSeconds(9)));
        alarms.get(0).run();
        assertThat(terminal.view().speaker()).isEqualTo("muted");
        alarms.get(1).run();
        assertThat(terminal.view().speaker()).isEqualTo("on");
        assertThat(terminal.view().faults()).isEmpty();
    }

    @Test
    void thePictureIsASmallJpeg() throws IOException {
        byte[] picture = terminal.eye().takePicture();
        assertThat(picture.length).isBetween(1_000, 100_000);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(320);
        assertThat(terminal.view().pictures()).isEqualTo(1);
    }

    @Test
    void theDisplayKeepsWhatIsWrittenAndTakesNoHarmFromTextThatDoesNotFit() {
        TextDisplay display = terminal.display();
        display.write(false, 0, 0, "INSERT CARD");
        display.write(true, 0, 0, "!");
        display.write(false, TextDisplay.COLUMNS - 1, TextDisplay.ROWS - 1, "xyz");
        display.write(false, Integer.MAX_VALUE, Integer.MAX_VALUE, "lost");
        display.write(true, Integer.MAX_VALUE, Integer.MAX_VALUE, "lost");
        assertThat(display.lines()).containsExactly("INSERT CARD!", " ".repeat(TextDisplay.COLUMNS - 1) + "x");
        display.clear(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(display.lines()).isEmpty();
    }

    @Test
    void aCardThatWasInsideIsStillInsideAfterARestart() {
        terminal.cardSlot().restore(Card.of("honest").orElseThrow(), CardSlot.Place.INSIDE);
        List<Card> in = new ArrayList<>();
        terminal.cardSlot().accept(in::add);
        assertThat(in).hasSize(1);
        assertThat(terminal.pad().mode()).isEqualTo(EncryptingPad.Mode.IDLE);
    }

    private Alarms collecting() {
        return (delay, ring) -> {
            alarms.add(ring);
            return () -> alarms.remove(ring);
        };
    }

    private static EntryListener silent() {
        return new EntryListener() {
            @Override
            public void begun() {}

            @Override
            public void taken(Optional<Key> key) {}

            @Override
            public void ended(Optional<Key> by, int count, List<Key> keys) {}
        };
    }

    private static int luhnSum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt(number.length() - 1 - i), 10);
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }
}
