package dev.kioskguard.adapter.jxfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.jxfs.Outcome.KeysRead;
import dev.kioskguard.adapter.jxfs.Outcome.Picture;
import dev.kioskguard.adapter.jxfs.Outcome.PinBlockMade;
import dev.kioskguard.adapter.jxfs.Outcome.PinKeyed;
import dev.kioskguard.adapter.jxfs.StatusChange.Reason;
import dev.kioskguard.adapter.xfs4iot.client.OnPlayedTerminal;
import dev.kioskguard.adapter.xfs4iot.client.PlayedService;
import dev.kioskguard.adapter.xfs4iot.client.device.Xfs4IotProvider;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.device.Lights.Light;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.PinPad.KeyListening;
import dev.kioskguard.device.PinPad.PinRules;
import dev.kioskguard.device.PinPad.PinStroke;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Sensors.Sensor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keypad, lights, sensors and camera in the manners of J/XFS, on devices behind a wire. */
class OtherControlsTest extends OnPlayedTerminal {

    private final Xfs4IotProvider provider = new Xfs4IotProvider(environment);
    private final Controls controls = new Controls();

    @AfterEach
    void close() {
        controls.close();
    }

    private <D extends Device> D at(String name, PlayedService service, Class<D> kind) {
        return provider.open(
                DeviceAddress.of("xfs4iot:" + terminal.with(name, service).uri(name)), kind);
    }

    private PinPadControl pad(PlayedService service) {
        return controls.add("PIN1", at("Pad", service, PinPad.class)).pinPad("PIN1");
    }

    @Test
    void aPinIsKeyedCountedAndEncipheredAndItsDigitsAreNeverTold() {
        PinPadControl pad = pad(new PlayedService("keyboard,pinPad", "Keyboard.PinEntry 2.0", "PinPad.GetPinBlock 2.0")
                .on("Keyboard.PinEntry", (say, command) -> {
                    say.acknowledge(command);
                    say.event(command, "Keyboard.KeyEvent", "{'digit':'seven'}");
                    say.complete(command, "{'digits':4,'completion':'enter'}");
                })
                .on("PinPad.GetPinBlock", (say, command) -> say.done(command, "{'pinBlock':'Nw+mhXI9zLU='}")));
        Ears ears = Ears.of(pad);
        pad.open();

        int keyed = pad.secureReadPIN(new PinRules(4, 6));
        int block = pad.createPINBlock(PinBlock.Format.ISO_0, "PINKEY", "6212345678901234");

        assertThat(ears.end(keyed).data()).isEqualTo(new PinKeyed(4));
        assertThat(ears.end(block).data())
                .isEqualTo(new PinBlockMade(new PinBlock(PinBlock.Format.ISO_0, "370fa685723dccb5")));
        assertThat(ears.onTheWay)
                .containsExactly(
                        new Intermediate(PinPadControl.O_READ_PIN, keyed, PinPadControl.I_STROKE, PinStroke.DIGIT));
    }

    @Test
    void keysAreReadUntilOneOfTheirEnds() {
        PinPadControl pad =
                pad(new PlayedService("keyboard", "Keyboard.DataEntry 2.0").on("Keyboard.DataEntry", (say, command) -> {
                    say.acknowledge(command);
                    say.event(command, "Keyboard.KeyEvent", "{'digit':'one'}");
                    say.event(command, "Keyboard.KeyEvent", "{'digit':'enter'}");
                    say.event(command, "Keyboard.KeyEvent", "{'digit':'two'}");
                }));
        Ears ears = Ears.of(pad);
        pad.open();

        int id = pad.readData(Set.of(Key.ONE, Key.TWO, Key.ENTER), Set.of(Key.ENTER));

        assertThat(ears.end(id).data()).isEqualTo(new KeysRead(List.of(Key.ONE, Key.ENTER)));
        assertThat(ears.onTheWay).extracting(Intermediate::data).containsExactly(Key.ONE, Key.ENTER);
    }

    @Test
    void readingKeysIsCanceledByItsId() {
        PinPadControl pad = pad(new PlayedService("keyboard", "Keyboard.DataEntry 2.0")
                .on("Keyboard.DataEntry", (say, command) -> say.acknowledge(command)));
        Ears ears = Ears.of(pad);
        pad.open();
        int id = pad.readData(Set.of(Key.ENTER), Set.of(Key.ENTER));
        int next = pad.readData(Set.of(Key.ENTER), Set.of(Key.ENTER));

        pad.cancel(next);
        pad.cancel(id);

        assertThat(ears.end(id).result()).isEqualTo(JxfsCodes.E_CANCELLED);
        assertThat(ears.end(next).result()).isEqualTo(JxfsCodes.E_CANCELLED);
    }

    @Test
    void whatAPadRefusesAtOnceEndsAndTheNextIsDone() {
        PinPad device = at(
                "Pad",
                new PlayedService("keyboard", "Keyboard.DataEntry 2.0").on("Keyboard.DataEntry", (say, command) -> {
                    say.acknowledge(command);
                    say.event(command, "Keyboard.KeyEvent", "{'digit':'enter'}");
                }),
                PinPad.class);
        PinPadControl pad = controls.add("PIN1", device).pinPad("PIN1");
        Ears ears = Ears.of(pad);
        KeyListening another = device.listen(Set.of(Key.ONE), key -> {});
        ears.end(pad.open());

        int refused = pad.readData(Set.of(Key.ENTER), Set.of(Key.ENTER));
        assertThat(ears.end(refused).result()).isEqualTo(JxfsCodes.E_BUSY);
        another.close();

        int next = pad.readData(Set.of(Key.ENTER), Set.of(Key.ENTER));
        assertThat(ears.end(next).data()).isEqualTo(new KeysRead(List.of(Key.ENTER)));
    }

    @Test
    void keysThatCouldNeverComeAreRefusedAtOnce() {
        PinPadControl pad = pad(new PlayedService("keyboard", "Keyboard.DataEntry 2.0"));
        pad.open();

        for (Set<Key> keys : List.of(Set.<Key>of(), Set.of(Key.ONE))) {
            assertThatThrownBy(() -> pad.readData(keys, Set.of(Key.ENTER)))
                    .isInstanceOfSatisfying(
                            JxfsException.class,
                            refused -> assertThat(refused.errorCode()).isEqualTo(JxfsCodes.E_PARAMETER_INVALID));
        }
    }

    @Test
    void lightsAreSetAndSensorsAreToldByStatusAlone() {
        PlayedService lights = new PlayedService("lights", "Lights.SetLight 3.0")
                .capable("'lights':{'lights':{'cardReader':{'bottom':{'flashRate':{'slow':true}}}}}")
                .on("Lights.SetLight", (say, command) -> say.done(command, null));
        PlayedService sensors = new PlayedService("auxiliaries");
        SiuControl siu = controls.add("SIU1", at("Lights", lights, Lights.class), at("Aux", sensors, Sensors.class))
                .siu("SIU1");
        Ears ears = Ears.of(siu);
        ears.end(siu.open());

        int lit = siu.setLight(Light.CARD_READER, Flash.SLOW);
        int unlit = siu.setLight(Light.PIN_PAD, Flash.SLOW);
        await().until(() -> siu.getStatus().isWorking());
        sensors.connected()
                .forEach(say ->
                        say.unsolicited("Common.StatusChangedEvent", "{'auxiliaries':{'proximitySensor':'present'}}"));

        assertThat(ears.end(lit).isSuccessful()).isTrue();
        assertThat(ears.end(unlit).result()).isEqualTo(JxfsCodes.E_NOT_SUPPORTED);
        await().until(() -> siu.getStatus().active().equals(Set.of(Sensor.PROXIMITY)));
        await().until(() -> ears.statuses.stream().anyMatch(event -> event.reason() == Reason.SENSORS));
    }

    @Test
    void aPictureIsHandedOver() {
        CameraControl camera = controls.add(
                        "CAM1",
                        at(
                                "Camera",
                                new PlayedService("camera", "Camera.TakePicture 2.0")
                                        .on(
                                                "Camera.TakePicture",
                                                (say, command) -> say.done(command, "{'pictureFile':'/9j/'}")),
                                Camera.class))
                .camera("CAM1");
        Ears ears = Ears.of(camera);
        camera.open();

        OperationComplete end = ears.end(camera.takePicture());

        assertThat(end.data())
                .isInstanceOfSatisfying(
                        Picture.class, picture -> assertThat(picture.bytes()).hasSize(3));
        assertThat(end.toString()).contains("Picture[3 bytes]");
    }
}
