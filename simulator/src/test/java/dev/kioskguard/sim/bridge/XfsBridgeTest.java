package dev.kioskguard.sim.bridge;

import static dev.kioskguard.sim.bridge.BridgeProcess.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Timings;
import dev.kioskguard.adapter.xfs4iot.client.connection.Tls;
import dev.kioskguard.adapter.xfs4iot.client.device.Xfs4IotProvider;
import dev.kioskguard.adapter.xfs4iot.service.HandAlarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bridge as two processes, before a terminal in software instead of native drivers. */
class XfsBridgeTest {

    @TempDir
    private Path data;

    private final Terminal terminal = new Terminal(new HandAlarms(), new Random(1), "KG-0003");
    private final ServiceHost far = TerminalServices.openAt(0, terminal, new HandAlarms());
    private final Environment environment =
            Environment.create(new Tls(null, null).context(), new Random(1), Timings.STANDARD);

    @AfterEach
    void close() {
        environment.loop().close();
        far.close();
    }

    private BridgeProcess bridge(String... more) {
        String reader = "--service=card-reader=xfs4iot:" + far.service(TerminalServices.CARD_READER);
        return new BridgeProcess(
                data, Stream.concat(Stream.of(reader), Stream.of(more)).toArray(String[]::new));
    }

    private CardReader reader(String publisher) {
        CardReader reader =
                new Xfs4IotProvider(environment).open(DeviceAddress.of("xfs4iot:" + publisher), CardReader.class);
        await().atMost(SOON).until(() -> reader.status().isOnline());
        return reader;
    }

    /** A driver may print what it likes, before the host has said a word. */
    @Test
    void whatADriverPrintsIsNotTakenForTheHostsOwnWord() throws IOException {
        Path java = Files.writeString(data.resolve("java"), """
                #!/bin/sh
                echo 'ready when you are'
                exec '%s' "$@"
                """.formatted(
                        ProcessHandle.current().info().command().orElseThrow()));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        try (BridgeProcess bridge = bridge("--port=0", "--java=" + java)) {
            assertThat(reader(bridge.ready()).status()).isEqualTo(DeviceStatus.ONLINE);
            assertThat(bridge.says("ready when you are")).startsWith("kiosk: ");
        }
    }

    @Test
    void aBridgeWhoseProcessIsKilledServesAgainAtTheSamePlaceAndSaysWhy() {
        try (BridgeProcess bridge = bridge("--port=0")) {
            String publisher = bridge.ready();
            CardReader reader = reader(publisher);
            List<DeviceStatus> told = new CopyOnWriteArrayList<>();
            reader.onStatus(told::add);
            CompletionStage<?> waiting = reader.accept(SOON);
            ProcessHandle first = bridge.host();

            first.destroyForcibly();

            await().atMost(SOON).until(() -> waiting.toCompletableFuture().isCompletedExceptionally());
            assertThat(bridge.says("died")).contains(String.valueOf(first.pid()), "SIGKILL", "next start");
            assertThat(bridge.says("serves again")).contains(publisher);
            await().atMost(SOON).until(() -> reader.status().isOnline());
            assertThat(told).anySatisfy(status -> assertThat(status.state()).isEqualTo(DeviceStatus.State.OFFLINE));
            assertThat(bridge.host().pid()).isNotEqualTo(first.pid());
            assertThat(bridge.out()).containsExactly("publisher " + publisher, "ready " + publisher);
            CompletionStage<?> again = reader.accept(SOON);
            terminal.cardSlot().offer(Card.of("honest").orElseThrow());
            await().atMost(SOON).until(() -> again.toCompletableFuture().isDone());
            assertThat(again.toCompletableFuture()).isCompleted();
        }
    }

    @Test
    void aBridgeThatIsAskedToEndTakesItsProcessAlong() {
        try (BridgeProcess bridge = bridge("--port=0")) {
            bridge.ready();
            ProcessHandle host = bridge.host();

            bridge.process().destroy();

            assertThat(bridge.exitCode()).isZero();
            await().atMost(SOON).until(() -> !host.isAlive());
        }
    }

    @Test
    void theProcessOfABridgeThatIsKilledEndsByItself() {
        try (BridgeProcess bridge = bridge("--port=0")) {
            bridge.ready();
            ProcessHandle host = bridge.host();

            bridge.process().destroyForcibly();

            bridge.exitCode();
            await().atMost(SOON).until(() -> !host.isAlive());
        }
    }

    @Test
    void servicesAreThoseOfTheConfigurationWhereNoneIsNamed() throws Exception {
        Files.writeString(
                data.resolve("xfs-bridge.yaml"),
                "services:\n  card-reader: xfs4iot:%s\n".formatted(far.service(TerminalServices.CARD_READER)));
        try (BridgeProcess bridge = new BridgeProcess(data, "--port=0", "--config=" + data)) {
            reader(bridge.ready());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--service=card-leader=IDCARD1, card-reader",
        "--service=card-reader, card-reader=IDCARD1",
        "--service=card-reader=nosuch:IDCARD1, no adapter",
        "--java=/nowhere/java, the java program itself",
        "--port=70000, --port",
        "--config=/nowhere, xfs-bridge.yaml",
    })
    void whatIsAskedWronglyIsSaidAndNotTriedAgain(String argument, String advice) {
        String[] arguments = argument.startsWith("--java") || argument.startsWith("--port")
                ? new String[] {argument, "--service=card-reader=xfs4iot:ws://127.0.0.1"}
                : new String[] {argument};
        try (BridgeProcess bridge = new BridgeProcess(data, arguments)) {
            assertThat(bridge.exitCode()).isEqualTo(2);
            assertThat(bridge.says(advice)).isNotEmpty();
            assertThat(bridge.out()).isEmpty();
        }
    }

    @Test
    void aPortThatSomebodyElseHasIsSaid() {
        int taken = far.publisher().getPort();
        try (BridgeProcess bridge = bridge("--port=" + taken)) {
            assertThat(bridge.exitCode()).isEqualTo(1);
            assertThat(bridge.says("is free")).contains(String.valueOf(taken));
        }
    }
}
