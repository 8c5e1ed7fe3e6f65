package dev.kioskguard.adapter.xfs4iot.bridge;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Timings;
import dev.kioskguard.adapter.xfs4iot.client.connection.Tls;
import dev.kioskguard.adapter.xfs4iot.client.device.Xfs4IotProvider;
import dev.kioskguard.adapter.xfs4iot.service.HandAlarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.adapter.xfs4iot.service.WireClient;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Reported;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OtherServicesTest {

    private final Eye eye = new Eye();
    private final Lamps lamps = new Lamps();
    private final Voice voice = new Voice();
    private final Feelers feelers = new Feelers();
    private final ServiceHost host =
            Bridge.open(new BridgedPorts(Set.of(eye, lamps, voice, feelers)), new HandAlarms(), 0, 0);

    @AfterEach
    void close() {
        host.close();
    }

    private WireClient at(String service) {
        return WireClient.connect(host.service(service));
    }

    private static void conforms(WireClient client) {
        client.call("Common.Status", "{}");
        client.call("Common.Capabilities", "{}");
        assertThat(client.nonconforming()).isEmpty();
    }

    @Test
    void aPictureGoesToItsCallerAndIsCounted() {
        try (WireClient client = at("Camera")) {
            int taking = client.send("Camera.TakePicture", "{\"camera\":\"person\"}", 0);
            HandDevice.Asked<byte[]> picture = BridgeOnTheWire.asked(eye, 1);
            picture.end().complete(new byte[] {1, 2, 3});

            assertThat(client.event("Common.StatusChangedEvent")
                            .at("/payload/camera/pictures/person")
                            .asInt())
                    .isEqualTo(1);
            assertThat(client.completion(taking).at("/payload/pictureFile").asString())
                    .isEqualTo("AQID");
            assertThat(client.call("Camera.TakePicture", "{\"camera\":\"room\"}")
                            .at("/payload/errorCode")
                            .asString())
                    .isEqualTo("cameraNotSupported");
            conforms(client);
        }
    }

    @Test
    void thePlateSaysWhatTheDriverKnows() {
        try (WireClient client = at("Camera")) {
            JsonNode plate = client.call("Common.Capabilities", "{}").at("/payload/common/deviceInformation/0");

            assertThat(plate.path("modelName").asString()).isEqualTo("hand:device");
            assertThat(plate.path("modelDescription").asString()).endsWith("provider Eyes Ltd");
            assertThat(plate.at("/software/0/softwareVersion").asString()).isEqualTo("3.30");
            conforms(client);
        }
    }

    @Test
    void lightsAreSetOneAfterTheOtherAndTold() {
        String both = "{\"cardReader\":{\"center\":{\"flashRate\":\"slow\"}},"
                + "\"pinPad\":{\"center\":{\"flashRate\":\"quick\"}}}";
        try (WireClient client = at("Lights")) {
            int setting = client.send("Lights.SetLight", both, 0);
            HandDevice.Asked<Void> first = BridgeOnTheWire.asked(lamps, 1);
            assertThat(first.what()).isEqualTo("CARD_READER SLOW");
            first.end().complete(null);
            BridgeOnTheWire.asked(lamps, 2).end().complete(null);

            assertThat(code(client.completion(setting))).isIn("", "success");
            JsonNode status = client.call("Common.Status", "{}");
            assertThat(status.at("/payload/lights/pinPad/center/flashRate").asString())
                    .isEqualTo("quick");
            assertThat(client.call("Lights.SetLight", "{\"coinDispenser\":{\"center\":{\"flashRate\":\"slow\"}}}")
                            .at("/payload/errorCode")
                            .asString())
                    .isEqualTo("invalidLight");
            conforms(client);
        }
    }

    @Test
    void ofALightThatTheDriverDoesNotHaveItIsSaidSo() {
        try (WireClient client = at("Lights")) {
            int setting = client.send("Lights.SetLight", "{\"pinPad\":{\"center\":{\"flashRate\":\"off\"}}}", 0);
            BridgeOnTheWire.asked(lamps, 1)
                    .end()
                    .completeExceptionally(new DeviceException(Fault.UNSUPPORTED, "set light", "no such port"));

            assertThat(code(client.completion(setting))).isEqualTo("unsupportedData");
            conforms(client);
        }
    }

    @Test
    void speakerAndSensorsAreOneServiceAndTheWorseOfThemCounts() {
        try (WireClient client = at("Auxiliaries")) {
            feelers.active.set(Set.of(Sensors.Sensor.PROXIMITY));
            assertThat(client.event("Common.StatusChangedEvent")
                            .at("/payload/auxiliaries/proximitySensor")
                            .asString())
                    .isEqualTo("present");
            voice.audible.set(false);
            assertThat(client.event("Common.StatusChangedEvent")
                            .at("/payload/auxiliaries/volume")
                            .isNull())
                    .isTrue();

            feelers.found(new DeviceStatus(DeviceStatus.State.OFFLINE, "the cable is out"));

            assertThat(client.call("Common.Status", "{}")
                            .at("/payload/common/device")
                            .asString())
                    .isEqualTo("offline");
            conforms(client);
        }
    }

    @Test
    void theGuardsOwnDriverIsToldTheReasonAndForgetsItWhenItIsOver() {
        eye.found(new DeviceStatus(DeviceStatus.State.HARDWARE_ERROR, "vendor code 4711"));
        Environment environment = Environment.create(new Tls(null, null).context(), new Random(1), Timings.STANDARD);
        try (Camera far =
                new Xfs4IotProvider(environment).open(DeviceAddress.of("xfs4iot:" + host.publisher()), Camera.class)) {
            await().until(() -> far.status().detail().contains("vendor code 4711"));
            assertThat(far.status().state()).isEqualTo(DeviceStatus.State.HARDWARE_ERROR);

            eye.found(DeviceStatus.ONLINE);
            await().until(() -> far.status().isOnline());
            eye.found(new DeviceStatus(DeviceStatus.State.NO_DEVICE, ""));

            await().until(() -> far.status().state() == DeviceStatus.State.NO_DEVICE);
            assertThat(far.status().detail()).doesNotContain("4711");
        } finally {
            environment.loop().close();
        }
    }

    private static final class Eye extends HandDevice implements Camera, Inspected {

        @Override
        public List<Fact> inspect() {
            return List.of(new Fact(Kind.VERSION, "service", "3.30"), new Fact(Kind.MODEL, "provider", "Eyes Ltd"));
        }

        @Override
        public CompletionStage<byte[]> takePicture(Duration timeout) {
            return ask("picture", timeout);
        }
    }

    private static final class Lamps extends HandDevice implements Lights {

        @Override
        public CompletionStage<Void> set(Light light, Flash flash, Duration timeout) {
            return ask(light + " " + flash, timeout);
        }
    }

    private static final class Voice extends HandDevice implements Speaker {

        private final Reported<Boolean> audible = new Reported<>(true);

        @Override
        public boolean isAudible() {
            return audible.get();
        }

        @Override
        public void onAudible(Consumer<Boolean> listener) {
            audible.tell(listener);
        }
    }

    private static final class Feelers extends HandDevice implements Sensors {

        private final Reported<Set<Sensor>> active = new Reported<>(Set.of());

        @Override
        public Set<Sensor> active() {
            return active.get();
        }

        @Override
        public void onActive(Consumer<Set<Sensor>> listener) {
            active.tell(listener);
        }
    }
}
