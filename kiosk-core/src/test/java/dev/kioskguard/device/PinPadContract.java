package dev.kioskguard.device;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.done;
import static dev.kioskguard.device.Stages.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.PinPad.PinRules;
import dev.kioskguard.device.PinPad.PinStroke;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every driver of a PIN pad promises. */
public abstract class PinPadContract extends DeviceContract<PinPad, PinPadContract.PadBench> {

    private static final PinRules RULES = new PinRules(4, 6);
    private static final String ACCOUNT = "6212345678901234567";
    private static final Set<Key> DIGITS_AND_ENTER = EnumSet.range(Key.ZERO, Key.ENTER);

    /** A pad, and somebody with fingers. */
    public interface PadBench extends Bench<PinPad> {

        /** Presses keys once the pad lets a PIN be keyed. */
        void keyPin(Key... keys);

        /** Presses keys once the pad reports plain keys. */
        void press(Key... keys);

        /** Returns the name of a key that the pad holds for a format. */
        String keyName(PinBlock.Format format);

        /** Returns the PIN within a block that the pad made for the account, as the bank's host would find it. */
        String pinWithin(PinBlock block, String account);
    }

    private int keyed(List<PinStroke> strokes, Key... keys) {
        CompletionStage<Integer> entry = device().enterPin(RULES, PATIENCE, strokes::add);
        bench.keyPin(keys);
        return done(entry);
    }

    @Test
    final void ofAPinOnlyTheCountIsKnown() {
        List<PinStroke> strokes = new CopyOnWriteArrayList<>();

        int digits = keyed(strokes, Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER);

        assertThat(digits).isEqualTo(4);
        assertThat(strokes)
                .containsExactly(PinStroke.DIGIT, PinStroke.DIGIT, PinStroke.DIGIT, PinStroke.DIGIT, PinStroke.ENTER);
    }

    @Test
    final void aPinMayBeClearedAndKeyedAgain() {
        List<PinStroke> strokes = new CopyOnWriteArrayList<>();

        int digits = keyed(
                strokes, Key.NINE, Key.NINE, Key.CLEAR, Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.FIVE, Key.ENTER);

        assertThat(digits).isEqualTo(5);
        assertThat(strokes).contains(PinStroke.CLEAR);
    }

    @Test
    final void cancelEndsTheEntry() {
        CompletionStage<Integer> entry = device().enterPin(RULES, PATIENCE, stroke -> {});
        bench.keyPin(Key.ONE, Key.CANCEL);

        assertThat(fault(entry)).isEqualTo(Fault.CANCELED);
    }

    @Test
    final void aPinNobodyKeysTimesOut() {
        assertThat(fault(device().enterPin(RULES, Duration.ofMillis(200), stroke -> {})))
                .isEqualTo(Fault.TIMEOUT);
    }

    @Test
    final void aSecondEntryIsTurnedAway() {
        CompletionStage<Integer> entry = device().enterPin(RULES, PATIENCE, stroke -> {});

        assertThat(fault(device().enterPin(RULES, PATIENCE, stroke -> {}))).isEqualTo(Fault.BUSY);
        bench.keyPin(Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER);
        done(entry);
    }

    @ParameterizedTest
    @EnumSource(PinBlock.Format.class)
    final void theBlockHoldsThePinForTheHostAlone(PinBlock.Format format) {
        keyed(new CopyOnWriteArrayList<>(), Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER);

        PinBlock block = done(device().pinBlock(format, bench.keyName(format), ACCOUNT, PATIENCE));

        assertThat(block.format()).isEqualTo(format);
        assertThat(bench.pinWithin(block, ACCOUNT)).isEqualTo("1234");
        assertThat(block.toString()).doesNotContain(block.hex());
    }

    @Test
    final void aBlockIsMadeOnceForAnEntry() {
        keyed(new CopyOnWriteArrayList<>(), Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER);
        String key = bench.keyName(PinBlock.Format.ISO_0);
        done(device().pinBlock(PinBlock.Format.ISO_0, key, ACCOUNT, PATIENCE));

        assertThat(fault(device().pinBlock(PinBlock.Format.ISO_0, key, ACCOUNT, PATIENCE)))
                .isEqualTo(Fault.NO_PIN);
    }

    @Test
    final void withoutAPinThereIsNoBlock() {
        String key = bench.keyName(PinBlock.Format.ISO_0);

        assertThat(fault(device().pinBlock(PinBlock.Format.ISO_0, key, ACCOUNT, PATIENCE)))
                .isEqualTo(Fault.NO_PIN);
    }

    @Test
    final void aKeyThePadDoesNotHoldIsNamedAsMissing() {
        keyed(new CopyOnWriteArrayList<>(), Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER);

        assertThat(fault(device().pinBlock(PinBlock.Format.ISO_0, "NOSUCHKEY", ACCOUNT, PATIENCE)))
                .isEqualTo(Fault.KEY_MISSING);
    }

    @Test
    final void plainKeysAreReportedInOrderUntilTheReportIsClosed() {
        List<Key> pressed = new CopyOnWriteArrayList<>();
        PinPad.KeyListening report = device().listen(DIGITS_AND_ENTER, pressed::add);

        bench.press(Key.SEVEN, Key.ENTER, Key.ZERO, Key.ENTER);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pressed).containsExactly(Key.SEVEN, Key.ENTER, Key.ZERO, Key.ENTER));
        report.close();
        report.close();
    }

    @Test
    final void aPinEntryInterruptsTheReportAndNoneOfItsKeysAreReported() {
        List<Key> pressed = new CopyOnWriteArrayList<>();
        PinPad.KeyListening report = device().listen(DIGITS_AND_ENTER, pressed::add);

        keyed(new CopyOnWriteArrayList<>(), Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER);
        assertThat(pressed).isEmpty();
        bench.press(Key.FIVE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pressed).containsExactly(Key.FIVE));
        report.close();
    }

    @Test
    final void aPinEntryThatNobodyWillFinishCanBeCancelled() {
        device().cancelPin();
        CompletionStage<Integer> entry = device().enterPin(RULES, PATIENCE, stroke -> {});
        bench.keyPin(Key.ONE);

        device().cancelPin();

        assertThat(fault(entry)).isEqualTo(Fault.CANCELED);
    }

    @Test
    final void closingEndsThePinEntry() {
        PinPad pad = device();
        CompletionStage<Integer> entry = pad.enterPin(RULES, PATIENCE, stroke -> {});

        pad.close();

        assertThat(fault(entry)).isEqualTo(Fault.CANCELED);
    }
}
