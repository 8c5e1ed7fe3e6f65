package dev.kioskguard.sim.xfs.driver;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.failure;
import static dev.kioskguard.device.Stages.online;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.sim.pad.DemoKeys;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that hand over rubbish, each kind of it with nothing readable behind: the field is named, nobody dies. */
class HostileProviderTest {

    private final NativeCardReaderTest.Slot slot = new NativeCardReaderTest.Slot();
    private final NativeTerminal terminal = slot.terminal;

    @AfterEach
    void close() {
        slot.close();
    }

    @ParameterizedTest
    @CsvSource({
        "null, WFSIDCSTATUS: is null",
        "wild, WFSIDCSTATUS: points to memory that cannot be read",
        "short, WFSIDCSTATUS: points to memory that cannot be read",
        "wild-inside, WFSIDCSTATUS.lpszExtra: points to memory that cannot be read",
        "unterminated, WFSIDCSTATUS.lpszExtra: points to memory that cannot be read",
        "unknown-enums, WFSIDCSTATUS.fwMedia: 31420 is no value of the standard",
        "reserved-bits, WFSIDCSTATUS.fwMedia: 49154 is no value of the standard",
    })
    void aStatusThatIsRubbishNamesTheField(String what, String problem) {
        CardReader reader = online(slot.open(CardReader.class, "xfs:IDCARD1"));

        terminal.hostile("IDCARD1", what);

        await().atMost(PATIENCE).until(() -> reader.status().detail().contains(problem));
        assertThat(reader.status().isOnline()).isFalse();
        terminal.hostile("IDCARD1", "none");
        await().atMost(PATIENCE).until(() -> reader.status().isOnline());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "wild", "short", "wild-inside", "unterminated", "unknown-enums", "reserved-bits"})
    void rubbishFromAnyServiceIsNamed(String what) {
        PinPad pad = online(slot.open(PinPad.class, "xfs:PINPAD1"));
        Camera camera = online(slot.open(Camera.class, "xfs:CAMERA1"));
        Sensors sensors = online(slot.open(Sensors.class, "xfs:SIU1"));

        List.of("PINPAD1", "CAMERA1", "SIU1").forEach(service -> terminal.hostile(service, what));

        await().atMost(PATIENCE).until(() -> pad.status().detail().contains("WFSPINSTATUS"));
        await().atMost(PATIENCE).until(() -> camera.status().detail().contains("WFSCAMSTATUS"));
        await().atMost(PATIENCE).until(() -> sensors.status().detail().contains("WFSSIUSTATUS"));
        assertThat(sensors.active()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "wild", "short", "wild-inside", "unterminated", "unknown-enums"})
    void capabilitiesThatAreRubbishAreNamed(String what) {
        terminal.hostile("IDCARD1", what + " info 202");
        CardReader reader = slot.open();

        await().atMost(PATIENCE).until(() -> reader.status().detail().contains("WFSIDCCAPS"));
        terminal.hostile("IDCARD1", "none");
        await().atMost(PATIENCE).until(() -> reader.status().isOnline());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "wild", "short", "wild-inside", "no-end", "lying-counts", "unknown-enums"})
    void aTrackThatIsRubbishIsNamed(String what) {
        CardReader reader = online(slot.open(CardReader.class, "xfs:IDCARD1"));
        terminal.hostile("IDCARD1", what + " command 207");
        CompletionStage<?> reading = reader.accept(PATIENCE);
        slot.insertCard();

        assertThat(failure(reading)).hasMessageContaining("WFSIDCCARDDATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "wild", "short", "null-inside", "wild-inside", "lying-counts"})
    void anAnswerOfTheChipThatIsRubbishIsNamed(String what) {
        CardReader reader = online(slot.open(CardReader.class, "xfs:IDCARD1"));
        slot.insertCardInto(reader);
        terminal.hostile("IDCARD1", what + " command 209");

        assertThat(failure(reader.chip(new byte[] {0, (byte) 0xA4, 4, 0, 0}, PATIENCE)))
                .hasMessageContaining("WFSIDCCHIPIO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "wild", "short", "lying-counts", "unknown-enums"})
    void aPinEntryThatIsRubbishIsNamed(String what) {
        PinPad pad = online(slot.open(PinPad.class, "xfs:PINPAD1"));
        terminal.hostile("PINPAD1", what + " command 405");
        CompletionStage<?> entry = pad.enterPin(new PinPad.PinRules(4, 6), PATIENCE, stroke -> {});
        terminal.pressPin("PINPAD1", Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER);

        assertThat(failure(entry)).hasMessageContaining("WFSPINENTRY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "wild", "short", "null-inside", "wild-inside", "lying-counts"})
    void aPinBlockThatIsRubbishIsNamed(String what) {
        PinPad pad = online(slot.open(PinPad.class, "xfs:PINPAD1"));
        CompletionStage<?> entry = pad.enterPin(new PinPad.PinRules(4, 6), PATIENCE, stroke -> {});
        terminal.pressPin("PINPAD1", Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER);
        entry.toCompletableFuture().join();
        terminal.hostile("PINPAD1", what + " command 407");

        assertThat(failure(pad.pinBlock(PinBlock.Format.ISO_0, DemoKeys.PIN_KEY_TDES, "6212345678901234567", PATIENCE)))
                .hasMessageContaining("WFSXDATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "wild", "short", "wild-inside", "unterminated", "unknown-enums", "reserved-bits"})
    void anEventThatIsRubbishIsNamed(String what) {
        Sensors sensors = online(slot.open(Sensors.class, "xfs:SIU1"));
        List<String> told = new CopyOnWriteArrayList<>();
        sensors.onStatus(status -> told.add(status.detail()));
        terminal.hostile("SIU1", what + " event 801");

        terminal.sense("SIU1", "PROXIMITY", true);

        await().atMost(PATIENCE).until(() -> told.stream().anyMatch(detail -> detail.contains("WFSSIUPORTEVENT")));
        await().atMost(PATIENCE).until(() -> sensors.status().isOnline());
    }

    @Test
    void keysThatAreRubbishAreNoKeys() {
        PinPad pad = online(slot.open(PinPad.class, "xfs:PINPAD1"));
        List<String> told = new CopyOnWriteArrayList<>();
        pad.onStatus(status -> told.add(status.detail()));
        List<Key> pressed = new CopyOnWriteArrayList<>();
        PinPad.KeyListening report = pad.listen(EnumSet.of(Key.ONE), pressed::add);
        terminal.hostile("PINPAD1", "wild event 401");

        terminal.pressPlain("PINPAD1", Key.ONE);

        await().atMost(PATIENCE).until(() -> told.stream().anyMatch(detail -> detail.contains("WFSPINKEY")));
        assertThat(pressed).isEmpty();
        report.close();
    }
}
