package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.sim.disk.Disk;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard's process is killed while terminal, bank and whoever stands before them live on. */
class GuardKilledAloneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
            Premises premises = Apart.on(wire.publisher(), folder);
            ChildSimulation guard = parts.keep(ChildSimulation.guardAlone(premises));
            Apart.terminalAndBank(
                    premises, new People.Ground(terminal, wire, new Disk(), premises.data()), alarms, parts);
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
}
