package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.sim.bridge.BridgeProcess;
import dev.kioskguard.sim.bridge.NativeSide;
import dev.kioskguard.sim.disk.Disk;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A guard whose devices are behind the bridge, the process of which a driver brings down while a visit is open. */
class GuardOnTheBridgeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> KINDS =
            List.of("card-reader", "pin-pad", "camera", "speaker", "lights", "sensors");

    @TempDir
    Path folder;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Alarms alarms = Alarms.on(clock);
    private final Terminal terminal = new Terminal(alarms, new SplittableRandom(1), "KG-BRIDGED-1");

    @AfterEach
    void stopTheClock() {
        clock.shutdownNow();
    }

    @Test
    void aGuardOutlivesItsBridgeThatIsKilled() throws Exception {
        try (ServiceHost wire = wire();
                var bridge = new BridgeProcess(folder, arguments(wire.publisher(), KINDS))) {
            outlives(wire, bridge, () -> bridge.host().destroyForcibly());
            assertThat(bridge.says("died")).contains("SIGKILL");
        }
    }

    @Test
    void aGuardOutlivesItsBridgeThatADriverBringsDown() throws Exception {
        List<String> others =
                KINDS.stream().filter(kind -> !kind.equals("sensors")).toList();
        try (NativeSide nativeSide = new NativeSide();
                ServiceHost wire = wire();
                var bridge = new BridgeProcess(
                        nativeSide.environment(),
                        folder,
                        Stream.concat(
                                        Stream.of(arguments(wire.publisher(), others)),
                                        Stream.of("--service=sensors=" + NativeTerminal.SENSORS))
                                .toArray(String[]::new))) {
            outlives(wire, bridge, nativeSide.terminal()::crash);
            assertThat(bridge.says("died")).contains("native code of a driver crashed");
        }
    }

    private ServiceHost wire() {
        return TerminalServices.openAt(0, terminal, alarms);
    }

    private void outlives(ServiceHost wire, BridgeProcess bridge, Runnable death) throws Exception {
        try (var parts = new Parts()) {
            Premises premises = Apart.on(URI.create(bridge.ready()), folder);
            parts.keep(ChildSimulation.guardAlone(premises));
            Apart.terminalAndBank(
                    premises, new People.Ground(terminal, wire, new Disk(), premises.data()), alarms, parts);
            Person person = premises.person();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(states(person)).containsOnly("online"));
            person.insertCard();
            String id = person.transfer("zh-CN");
            assertThat(person.state(id).path("state").asString()).as("control").isEqualTo("asking");

            bridge.pause(); // nothing starts again while the test looks
            death.run();

            nothingGoes(person, id);
            bridge.goOn();
            theNextIsServed(person);
        }
    }

    /** Every device says why it is away, the transfer under way ends, and no other begins. */
    private static void nothingGoes(Person person, String id) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(person)).containsOnly("offline"));
        assertThat(person.health().path("devices"))
                .allSatisfy(
                        device -> assertThat(device.path("detail").asString()).contains("next attempt"));
        person.answer("stop");
        await().atMost(PATIENCE).until(() -> person.state(id).has("verdict"));
        String another = person.transfer("zh-CN");
        assertThat(person.state(another).path("state").asString()).isEqualTo("refused");
        assertThat(person.state(another).path("verdict").path("reasons").toString())
                .contains("speaker-mute");
        assertThat(person.host().path("transfers")).isEmpty();
    }

    private static void theNextIsServed(Person person) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(person)).containsOnly("online"));
        await().atMost(PATIENCE).until(() -> !person.card().equals("inside"));
        person.pullCard();
        person.insertCard();
        assertThat(person.card()).as("control: the next customer is served").isEqualTo("inside");
        assertThat(person.state(person.transfer("zh-CN")).path("state").asString())
                .isEqualTo("asking");
    }

    private static String[] arguments(URI publisher, List<String> kinds) {
        return Stream.concat(
                        Stream.of("--port=0"),
                        kinds.stream().map(kind -> "--service=%s=xfs4iot:%s".formatted(kind, publisher)))
                .toArray(String[]::new);
    }

    private static List<String> states(Person person) {
        return person.health()
                .path("devices")
                .valueStream()
                .map((JsonNode device) -> device.path("state").asString())
                .toList();
    }
}
