package dev.kioskguard.adapter.xfs4iot.client.device;

import static dev.kioskguard.device.Stages.failure;
import static dev.kioskguard.device.Stages.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.client.OnPlayedTerminal;
import dev.kioskguard.adapter.xfs4iot.client.PlayedService;
import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceProvider;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Speaker;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the drivers make of services that do things in ways of their own. */
class DriversTest extends OnPlayedTerminal {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String TRACK_2 = "'track2':{'data':'NjIxMjM0NTY3ODkwMTIzND0yOTEy'}";

    private final Xfs4IotProvider provider = new Xfs4IotProvider(environment);

    private <D extends Device> D open(URI uri, Class<D> kind) {
        D device = provider.open(DeviceAddress.of("xfs4iot:" + uri), kind);
        await().until(() -> device.status().isOnline());
        return device;
    }

    private <D extends Device> D open(PlayedService service, Class<D> kind) {
        return open(terminal.with("Device", service).uri("Device"), kind);
    }

    @Test
    void theProviderIsFoundByItsScheme() {
        assertThat(ServiceLoader.load(DeviceProvider.class))
                .anySatisfy(found -> assertThat(found.scheme()).isEqualTo("xfs4iot"));
        assertThatThrownBy(() -> provider.open(DeviceAddress.of("xfs4iot:http://host/x"), CardReader.class))
                .hasMessageContaining("write xfs4iot:ws://");
    }

    @Test
    void aCardThatWasInAlreadyIsReadWithoutBeingInserted() {
        PlayedService service = new PlayedService("cardReader", "CardReader.ReadRawData 2.0")
                .on("CardReader.ReadRawData", (say, command) -> say.done(command, "{" + TRACK_2 + "}"));
        CardReader reader = open(service, CardReader.class);

        assertThat(reader.accept(SECOND).toCompletableFuture().join().number()).isEqualTo("6212345678901234");
        assertThat(reader.place()).isEqualTo(CardPlace.INSIDE);
        assertThat(service.heard("CardReader.ReadRawData").get(0).payload()).hasToString("{\"track2\":true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'track2':{'status':'dataInvalid'}}",
                "{'track2':{'data':'AAAA'}}",
                "{}",
            })
    void aCardWithoutANumberIsNoCard(String answer) {
        CardReader reader = open(
                new PlayedService("cardReader", "CardReader.ReadRawData 2.0")
                        .on("CardReader.ReadRawData", (say, command) -> say.done(command, answer)),
                CardReader.class);

        assertThat(fault(reader.accept(SECOND))).isEqualTo(Fault.INVALID_MEDIA);
    }

    @Test
    void aReaderWithoutABinRetainsNothing() {
        CardReader reader = open(
                new PlayedService("cardReader", "CardReader.Move 2.0", "Storage.GetStorage 2.0")
                        .on(
                                "Storage.GetStorage",
                                (say, command) -> say.done(
                                        command,
                                        "{'storage':{'unit1':{'card':{'capabilities':{'type':'dispense'}}}}}")),
                CardReader.class);

        assertThat(fault(reader.retain(SECOND))).isEqualTo(Fault.UNSUPPORTED);
    }

    @Test
    void keyboardAndPinPadMayBeTwoServices() {
        PlayedService keyboard = new PlayedService("keyboard", "Keyboard.PinEntry 2.0")
                .on("Keyboard.PinEntry", (say, command) -> say.done(command, "{'digits':4,'completion':'enter'}"));
        PlayedService blocks = new PlayedService("pinPad", "PinPad.GetPinBlock 2.0")
                .on("PinPad.GetPinBlock", (say, command) -> say.done(command, "{'pinBlock':'Nw+mhXI9zLU='}"));
        terminal.with("A", blocks).with("B", keyboard).published();
        PinPad pad = open(terminal.publisher(), PinPad.class);
        await().until(() ->
                !blocks.heard("Common.Status").isEmpty() && pad.status().isOnline());

        pad.enterPin(new PinPad.PinRules(4, 6), SECOND, stroke -> {})
                .toCompletableFuture()
                .join();
        PinBlock block = pad.pinBlock(PinBlock.Format.ISO_0, "PINKEY", "6212345678901234", SECOND)
                .toCompletableFuture()
                .join();

        assertThat(block.hex()).isEqualTo("370fa685723dccb5");
        assertThat(blocks.heard("PinPad.GetPinBlock")
                        .get(0)
                        .payload()
                        .get("customerData")
                        .stringValue())
                .isEqualTo("234567890123");
    }

    @Test
    void keysGoOnAfterEveryEndOfAnEntryAndAfterALostConnection() {
        PlayedService keyboard = new PlayedService("keyboard", "Keyboard.DataEntry 2.0")
                .on("Keyboard.DataEntry", (say, command) -> {
                    say.acknowledge(command);
                    say.event(command, "Keyboard.KeyEvent", "{'digit':'seven'}");
                    say.complete(command, "{'keys':1,'completion':'auto'}");
                });
        PinPad pad = open(keyboard, PinPad.class);
        List<Key> pressed = new CopyOnWriteArrayList<>();

        PinPad.KeyListening report = pad.listen(Set.of(Key.SEVEN), pressed::add);
        await().until(() -> pressed.size() > 3);
        keyboard.connected().forEach(say -> say.to().closeConnection(1006, ""));
        int before = pressed.size();

        await().until(() -> pressed.size() > before + 3);
        report.close();
        assertThat(pressed).containsOnly(Key.SEVEN);
    }

    @Test
    void aPadWithoutKeysBesideTheScreenStillHasItsDigits() {
        PlayedService keyboard = new PlayedService("keyboard", "Keyboard.DataEntry 2.0")
                .on("Keyboard.DataEntry", (say, command) -> {
                    if (command.payload().get("activeKeys").has("fdk01")) {
                        say.fail(command, CompletionCode.COMMAND_ERROR_CODE, "{'errorCode':'keyNotSupported'}");
                    } else {
                        say.acknowledge(command);
                        say.event(command, "Keyboard.KeyEvent", "{'digit':'one'}");
                    }
                });
        List<Key> pressed = new CopyOnWriteArrayList<>();

        open(keyboard, PinPad.class).listen(Set.of(Key.ONE, Key.FDK01), pressed::add);

        await().until(() -> pressed.equals(List.of(Key.ONE)));
    }

    @Test
    void aCameraThatKeepsItsPicturesIsOfNoUse() {
        Camera camera = open(
                new PlayedService("camera", "Camera.TakePicture 2.0")
                        .on("Camera.TakePicture", (say, command) -> say.done(command, null)),
                Camera.class);

        assertThat(failure(camera.takePicture(SECOND))).hasMessageContaining("pictureFile");
    }

    @ParameterizedTest
    @CsvSource({"600, true", "2, true", "1, false", "0, false", "null, false"})
    void aSpeakerIsHeardAboveTheLowestVolume(String volume, boolean audible) {
        Speaker speaker = open(
                new PlayedService("auxiliaries")
                        .status("{'common':{'device':'online'},'auxiliaries':{'volume':%s}}".formatted(volume)),
                Speaker.class);

        assertThat(speaker.isAudible()).isEqualTo(audible);
    }

    @Test
    void aLightIsSetWhereTheTerminalHasIt() {
        PlayedService service = new PlayedService("lights", "Lights.SetLight 3.0")
                .capable("'lights':{'lights':{'cardReader':{'bottom':{'flashRate':{'slow':true}}}}}")
                .on("Lights.SetLight", (say, command) -> say.done(command, null));
        Lights lights = open(service, Lights.class);

        lights.set(Lights.Light.CARD_READER, Lights.Flash.SLOW, SECOND)
                .toCompletableFuture()
                .join();

        assertThat(service.heard("Lights.SetLight").get(0).payload())
                .hasToString("{\"cardReader\":{\"bottom\":{\"flashRate\":\"slow\"}}}");
        assertThat(fault(lights.set(Lights.Light.PIN_PAD, Lights.Flash.SLOW, SECOND)))
                .isEqualTo(Fault.UNSUPPORTED);
    }
}
