package dev.kioskguard.sim.bridge;

import static dev.kioskguard.sim.bridge.BridgeProcess.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Timings;
import dev.kioskguard.adapter.xfs4iot.client.connection.Tls;
import dev.kioskguard.adapter.xfs4iot.client.device.Xfs4IotProvider;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge on a native manager, of the logical services that the shipped configuration names. */
class NativeBridgeTest {

    private static final String TRACK_2 = "6222020200112233445=30121010000000000000";

    @TempDir
    private Path data;

    private final Environment environment =
            Environment.create(new Tls(null, null).context(), new Random(1), Timings.STANDARD);

    @AfterEach
    void close() {
        environment.loop().close();
    }

    private static String shippedConfig() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("config/xfs-bridge.yaml"))) {
            folder = folder.getParent();
        }
        return "--config=" + folder.resolve("config");
    }

    private <D extends Device> D online(String publisher, Class<D> kind) {
        D device = new Xfs4IotProvider(environment).open(DeviceAddress.of("xfs4iot:" + publisher), kind);
        await().atMost(SOON).untilAsserted(() -> assertThat(device.status()).isEqualTo(DeviceStatus.ONLINE));
        return device;
    }

    @Test
    void aCardGoesThroughNativeServicesAndACrashOfThemIsSurvived() throws Exception {
        try (NativeSide nativeSide = new NativeSide();
                BridgeProcess bridge = new BridgeProcess(nativeSide.environment(), data, "--port=0", shippedConfig())) {
            String publisher = bridge.ready();
            CardReader reader = online(publisher, CardReader.class);
            Stream.of(PinPad.class, Camera.class, Lights.class, Sensors.class, Speaker.class)
                    .forEach(kind -> online(publisher, kind));
            CompletionStage<?> reading = reader.accept(SOON)
                    .thenAccept(card -> assertThat(card.track2()).isEqualTo(TRACK_2));
            nativeSide.terminal().insert(NativeTerminal.CARD_READER, TRACK_2);
            reading.toCompletableFuture().join();
            List<DeviceStatus> told = new CopyOnWriteArrayList<>();
            reader.onStatus(told::add);
            long crashed = bridge.host().pid();

            nativeSide.terminal().crash();

            assertThat(bridge.says("died")).contains(String.valueOf(crashed), "native code of a driver crashed");
            await().atMost(SOON).until(() -> told.stream().anyMatch(status -> !status.isOnline()));
            await().atMost(SOON).until(() -> reader.status().isOnline());
            assertThat(bridge.says("serves again")).contains(publisher);
            assertThat(data.resolve("logs/xfs-bridge/crash-%d.log".formatted(crashed)))
                    .content()
                    .contains("SIGSEGV");
        }
    }

    @Test
    void aNameThatIsNoneAndOneOfAnotherKindAreToldWhereTheBridgeRuns() throws Exception {
        try (NativeSide nativeSide = new NativeSide();
                BridgeProcess bridge = new BridgeProcess(
                        nativeSide.environment(),
                        data,
                        "--port=0",
                        "--service=card-reader=IDCARD9",
                        "--service=pin-pad=IDCARD1")) {
            bridge.ready();

            assertThat(bridge.says("no logical service IDCARD9")).contains("IDCARD1 (IDC)");
            assertThat(bridge.says("xfs:IDCARD1 is no pin-pad")).isNotNull();
            assertThat(bridge.says("xfs:IDCARD9 is ")).contains("WFSAsyncOpen");
        }
    }

    @Test
    void whatADriverKnowsOfItselfStandsOnItsPlate() throws Exception {
        try (NativeSide nativeSide = new NativeSide();
                BridgeProcess bridge = new BridgeProcess(nativeSide.environment(), data, "--port=0", shippedConfig())) {
            Inspected reader = (Inspected) online(bridge.ready(), CardReader.class);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(reader.inspect())
                            .anySatisfy(fact -> assertThat(fact.toString()).contains("software service", "3.30"))
                            .anySatisfy(fact -> assertThat(fact.toString()).contains("xfs:IDCARD1"))
                            .anySatisfy(fact -> assertThat(fact.toString()).contains("provider ")));
        }
    }
}
