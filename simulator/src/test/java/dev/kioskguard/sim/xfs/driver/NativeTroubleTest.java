package dev.kioskguard.sim.xfs.driver;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.fault;
import static dev.kioskguard.device.Stages.online;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.sim.xfs.Fault;
import dev.kioskguard.sim.xfs.NativeTerminal;
import dev.kioskguard.sim.xfs.ServiceClass;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the binding does when manager, provider and other applications are not as quiet as in the contracts. */
class NativeTroubleTest {

    private final NativeCardReaderTest.Slot slot = new NativeCardReaderTest.Slot();
    private final NativeTerminal terminal = slot.terminal;

    @AfterEach
    void close() {
        slot.close();
    }

    private CardReader reader() {
        return online(slot.open(CardReader.class, "xfs:IDCARD1"));
    }

    @Test
    void aManagerThatForgetsUsIsStartedAgain() {
        CardReader reader = reader();
        List<DeviceStatus> told = new CopyOnWriteArrayList<>();
        reader.onStatus(told::add);
        CompletionStage<?> waiting = reader.accept(PATIENCE);

        terminal.restart();

        assertThat(fault(waiting)).isEqualTo(DeviceException.Fault.CONNECTION_LOST);
        await().atMost(PATIENCE).until(() -> told.size() > 2 && reader.status().isOnline());
        assertThat(told).anySatisfy(status -> assertThat(status.detail()).contains("has forgotten us", "next attempt"));
        slot.insertCardInto(reader);
    }

    @Test
    void aProviderThatDiedIsOpenedAgainOnceItLives() {
        CardReader reader = reader();
        CompletionStage<?> waiting = reader.accept(PATIENCE);

        terminal.kill("IDCARD1");

        assertThat(fault(waiting)).isEqualTo(DeviceException.Fault.CONNECTION_LOST);
        await().atMost(PATIENCE).until(() -> !reader.status().isOnline());
        assertThat(reader.status().detail()).contains("WFS_ERR_");
        terminal.revive("IDCARD1");
        await().atMost(PATIENCE).until(() -> reader.status().isOnline());
        slot.insertCardInto(reader);
    }

    @Test
    void aProviderThatDoesNotHearACancelIsGivenUp() {
        CardReader reader = reader();
        terminal.fault("IDCARD1", Fault.DEAF);
        CompletionStage<?> waiting = reader.accept(PATIENCE);

        reader.cancelAccept();

        assertThat(fault(waiting)).isEqualTo(DeviceException.Fault.CANCELED);
        terminal.fault("IDCARD1", Fault.NONE);
    }

    @Test
    void aProviderThatAnswersNothingIsOfflineAndItsRequestsTimeOut() {
        CardReader reader = reader();
        terminal.fault("IDCARD1", Fault.MUTE);

        assertThat(fault(reader.accept(Duration.ofMillis(100)))).isEqualTo(DeviceException.Fault.TIMEOUT);
        await().atMost(PATIENCE).until(() -> !reader.status().isOnline());
        assertThat(reader.status().detail()).contains("did not complete it in");
        terminal.fault("IDCARD1", Fault.NONE);
        await().atMost(PATIENCE).until(() -> reader.status().isOnline());
    }

    @ParameterizedTest
    @CsvSource({"DEAD, HARDWARE_ERROR", "OFFLINE, OFFLINE"})
    void whatTheProviderSaysOfItsDeviceIsTheStatus(Fault fault, DeviceStatus.State state) {
        CardReader reader = reader();

        terminal.fault("IDCARD1", fault);

        await().atMost(PATIENCE).until(() -> reader.status().state() == state);
        assertThat(reader.status().detail()).contains("fwDevice");
    }

    @Test
    void aServiceThatThereIsNotIsOfflineAndNamed() {
        CardReader reader = slot.open(CardReader.class, "xfs:NOSUCH1");

        await().atMost(PATIENCE).until(() -> reader.status().state() == DeviceStatus.State.OFFLINE);
        assertThat(reader.status().detail()).contains("NOSUCH1", "WFS_ERR_SERVICE_NOT_FOUND (-43)");
    }

    @Test
    void aServiceOfAnotherClassIsOfflineAndNamed() {
        PinPad pad = slot.open(PinPad.class, "xfs:IDCARD1");

        await().atMost(PATIENCE).until(() -> pad.status().state() == DeviceStatus.State.OFFLINE);
        assertThat(pad.status().detail()).contains("402", "WFS_ERR_INVALID_CATEGORY");
    }

    @Test
    void aProviderThatAgreesOnAVersionThatNobodyAskedForIsOfflineAndNamed() {
        terminal.tell("agree", "IDCARD1", "2.00");

        CardReader reader = slot.open(CardReader.class, "xfs:IDCARD1");

        await().atMost(PATIENCE).until(() -> reader.status().state() == DeviceStatus.State.OFFLINE);
        assertThat(reader.status().detail()).contains("IDCARD1", "WFSVERSION.wVersion is 2.00", "3.00");
    }

    @Test
    void severalPortsShareOneService() {
        Sensors sensors = online(slot.open(Sensors.class, "xfs:SIU1"));
        Speaker speaker = online(slot.open(Speaker.class, "xfs:SIU1"));
        Lights lights = online(slot.open(Lights.class, "xfs:SIU1"));

        speaker.close();
        lights.close();
        terminal.sense("SIU1", "PROXIMITY", true);

        await().atMost(PATIENCE).until(() -> sensors.active().contains(Sensors.Sensor.PROXIMITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> slot.open(CardReader.class, "xfs:SIU1"))
                .withMessageContaining("is open as SIU");
    }

    @Test
    void aLightThatNoAddressNamesIsUnsupported() {
        Lights lights = online(slot.open(Lights.class, "xfs:SIU1"));

        assertThat(fault(lights.set(Lights.Light.STATUS_SUPERVISOR, Lights.Flash.SLOW, PATIENCE)))
                .isEqualTo(DeviceException.Fault.UNSUPPORTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"IDC"})
    void anOldProviderIsReadByItsOwnVersion(ServiceClass kind) {
        terminal.service("OLD1", kind, "3.00");

        CardReader reader = online(slot.open(CardReader.class, "xfs:OLD1"));

        assertThat(((Inspected) reader).inspect())
                .anySatisfy(fact -> assertThat(fact.value()).isEqualTo("3.00"));
        assertThat(reader.place()).isEqualTo(CardReader.CardPlace.NONE);
    }

    @Test
    void whatIsClosedWhileItWorksIsGivenBack() {
        CardReader reader = reader();
        terminal.delay("IDCARD1", Duration.ofMillis(300));
        CompletionStage<?> moving = reader.eject(PATIENCE);

        reader.close();

        assertThat(fault(moving)).isEqualTo(DeviceException.Fault.CANCELED);
    }
}
