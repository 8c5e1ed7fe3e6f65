package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.sim.bench.Bench;
import dev.kioskguard.sim.bench.port.Eyes;
import dev.kioskguard.sim.bench.port.Settling;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.sim.disk.Disk;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard's process is killed while terminal, bank and whoever stands before them live on. */
class GuardKilledAloneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USUAL_PORT = "127.0.0.1:5846";
    private static final String TERMINAL_ID = "ATM-0001";

    @TempDir
    Path folder;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stopTheClock() {
        clock.shutdownNow();
    }

    @Test
    void aCardThatWasInsideComesBackAndItsTransferDoesNotGo() throws Exception {
        Alarms alarms = Alarms.on(clock);
        var terminal = new Terminal(alarms, new SplittableRandom(1), "KG-ALONE-1");
        try (ServiceHost wire = TerminalServices.openAt(0, terminal, alarms);
                var parts = new Parts()) {
            Premises premises = around(wire);
            ChildSimulation guard = parts.keep(ChildSimulation.guardAlone(premises));
            terminalAndBank(premises, new People.Ground(terminal, wire, new Disk(), premises.data()), alarms, parts);
            Person person = premises.person();
            person.insertCard();
            String id = person.transfer("zh-CN");
            assertThat(person.state(id).path("state").asString()).as("control").isEqualTo("asking");

            guard.kill();
            guard.ended();
            assertThat(person.card()).as("nobody gave it back yet").isEqualTo("inside");
            parts.keep(ChildSimulation.guardAlone(premises));

            await().atMost(PATIENCE).until(() -> List.of("at-exit", "returned").contains(person.card()));
            assertThat(person.state(id).path("state").asString()).isEqualTo("refused");
            assertThat(person.state(id).path("verdict").path("reasons").toString())
                    .contains("restarted");
            assertThat(person.host().path("transfers")).isEmpty();
            person.pullCard();
            person.insertCard();
            assertThat(person.card()).as("control: the next customer is served").isEqualTo("inside");
        }
    }

    private Premises around(ServiceHost wire) throws Exception {
        Premises usual = Premises.in(folder);
        Path config = ConfigCopy.of(
                usual.config(),
                folder.resolve("apart"),
                USUAL_PORT,
                "127.0.0.1:" + wire.publisher().getPort());
        return new Premises(config, usual.data(), usual.portBase());
    }

    private static void terminalAndBank(Premises premises, People.Ground ground, Alarms alarms, Parts parts) {
        var machine = new People.Machine(
                URI.create("http://127.0.0.1:" + premises.portBase()),
                TERMINAL_ID,
                true,
                Time.wall(InstantSource.system()));
        var ways = new People.Ways(Eyes.SHUT, new StreamCamera(), Settling.AT_ONCE, Optional::empty);
        parts.keep(Bench.open(premises.portBase() + 2, new People(ground, machine, alarms).come(true, ways, parts)));
    }
}
