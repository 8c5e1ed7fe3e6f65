package dev.kioskguard.sim.wire;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs4iot.service.WireClient;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OtherDevicesOnTheWireTest {

    @RegisterExtension
    final OnTheWire wire = new OnTheWire(TerminalServices.CAMERA);

    @ParameterizedTest
    @ValueSource(strings = {"CardReader", "PinPad", "Camera", "Lights", "Auxiliaries", "TextTerminal"})
    void everyServiceTellsStatusAndCapabilitiesAsTheStandardSays(String service) {
        try (WireClient client = wire.another(service)) {
            JsonNode status = client.call("Common.Status", "{}");
            JsonNode capabilities = client.call("Common.Capabilities", "{}");
            assertThat(status.at("/payload/common/device").asString()).isEqualTo("online");
            assertThat(capabilities.at("/payload/interfaces").size()).isGreaterThan(1);
            assertThat(client.nonconforming()).isEmpty();
        }
    }

    @Test
    void thePublisherNamesSixServices() {
        try (WireClient publisher = WireClient.connect(wire.host.publisher())) {
            JsonNode services =
                    publisher.call("ServicePublisher.GetServices", "{}").at("/payload/services");
            assertThat(services.size()).isEqualTo(6);
        }
    }

    @Test
    void aPictureComesAsAJpegAndTheOthersSeeThatOneWasTaken() throws IOException {
        try (WireClient other = wire.another(TerminalServices.CAMERA)) {
            assertThat(code(other.call("Common.Status", "{}"))).isEqualTo("success");
            JsonNode taken = wire.client.call("Camera.TakePicture", "{\"camera\":\"person\"}");
            byte[] picture =
                    Base64.getDecoder().decode(taken.at("/payload/pictureFile").asString());
            assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getHeight())
                    .isEqualTo(240);
            assertThat(other.event("Common.StatusChangedEvent")
                            .at("/payload/camera/pictures/person")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(errorOf("Camera.TakePicture", "{\"camera\":\"room\"}")).isEqualTo("cameraNotSupported");
        wire.terminal.fault(TerminalDevice.CAMERA, Fault.FULL, Optional.empty());
        assertThat(errorOf("Camera.TakePicture", "{\"camera\":\"person\"}")).isEqualTo("mediaFull");
    }

    private String errorOf(String name, String payload) {
        return wire.client.call(name, payload).at("/payload/errorCode").asString();
    }

    @Test
    void lightsAreSetAllOrNone() {
        try (WireClient lights = wire.another(TerminalServices.LIGHTS)) {
            JsonNode set = lights.call(
                    "Lights.SetLight", "{%s,%s}".formatted(light("cardReader", "slow"), light("pinPad", "quick")));
            assertThat(code(set)).isEqualTo("success");
            assertThat(wire.terminal.view().lights())
                    .containsEntry("cardReader", "slow")
                    .containsEntry("pinPad", "quick");
            for (String bad : List.of(
                    "{%s,%s}".formatted(light("cardReader", "off"), light("scanner", "off")),
                    "{\"cardReader\":{\"left\":{\"flashRate\":\"off\"}}}")) {
                assertThat(lights.call("Lights.SetLight", bad)
                                .at("/payload/errorCode")
                                .asString())
                        .isEqualTo("invalidLight");
            }
            assertThat(wire.terminal.view().lights()).containsEntry("cardReader", "slow");
            assertThat(lights.nonconforming()).isEmpty();
        }
    }

    private static String light(String name, String rate) {
        return "\"%s\":{\"center\":{\"flashRate\":\"%s\"}}".formatted(name, rate);
    }

    @Test
    void aMutedSpeakerAndASensorTellEverybody() {
        try (WireClient auxiliaries = wire.another(TerminalServices.AUXILIARIES)) {
            auxiliaries.call("Auxiliaries.SetAuxiliaries", "{\"volume\":750}");
            assertThat(auxiliaries
                            .call("Common.Status", "{}")
                            .at("/payload/auxiliaries/volume")
                            .asInt())
                    .isEqualTo(750);
            wire.terminal.fault(TerminalDevice.SPEAKER, Fault.MUTE, Optional.empty());
            JsonNode told = auxiliaries.await(
                    frame -> frame.at("/payload/auxiliaries/volume").isNull());
            assertThat(told.at("/header/name").asString()).isEqualTo("Common.StatusChangedEvent");
            wire.terminal.surroundings().sense("proximitySensor", "present");
            assertThat(auxiliaries.await(frame -> frame.at("/payload/auxiliaries/proximitySensor")
                            .asString("")
                            .equals("present")))
                    .isNotNull();
            JsonNode refused = auxiliaries.call("Auxiliaries.SetAuxiliaries", "{\"safeDoor\":\"unbolt\"}");
            assertThat(refused.at("/payload/errorCode").asString()).isEqualTo("invalidAuxiliary");
            assertThat(auxiliaries.nonconforming()).isEmpty();
        }
    }

    @Test
    void theDisplayShowsWhatIsWritten() {
        try (WireClient display = wire.another(TerminalServices.TEXT_TERMINAL)) {
            display.call(
                    "TextTerminal.Write", "{\"mode\":\"absolute\",\"posX\":0,\"posY\":2,\"text\":\"INSERT CARD\"}");
            assertThat(wire.terminal.view().display()).containsExactly("INSERT CARD");
            display.call(
                    "TextTerminal.ClearScreen",
                    "{\"screen\":{\"positionX\":6,\"positionY\":2,\"width\":20,\"height\":1}}");
            assertThat(wire.terminal.view().display()).containsExactly("INSERT");
            display.call("TextTerminal.Beep", "{\"beep\":{\"continuous\":false,\"beepType\":\"keyPress\"}}");
            assertThat(wire.terminal.display().beeps()).isEqualTo(1);
            assertThat(display.nonconforming()).isEmpty();
        }
    }
}
