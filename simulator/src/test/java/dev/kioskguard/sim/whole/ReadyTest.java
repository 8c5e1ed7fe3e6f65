package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.sim.standin.Customer;
import dev.kioskguard.sim.standin.StandIn;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyTest {

    private static final int LATE_MS = 500;

    @TempDir
    Path folder;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stopClock() {
        clock.shutdownNow();
    }

    @Test
    void whatIsReadyTakesACardAndRefusesNoTransferForWhatIsOnItsWay() throws Exception {
        Premises premises = Premises.in(folder);
        try (Simulation simulation = Simulation.start(premises.options())) {
            assertThat(simulation.guard().guard().state().means()).isEqualTo(Means.ALL);
            assertThat(simulation.missing()).isEmpty();
            Person person = premises.person();
            person.insertCard();
            assertThat(person.state(person.transfer("zh-CN")).path("state").asString())
                    .isEqualTo("asking");
        }
    }

    @Test
    void whatDoesNotComeIsNamedWhenTheWaitIsOverAndTheGuardServes() throws Exception {
        Premises premises = Premises.in(folder);
        var bare = new Simulation.Options(
                premises.config(), premises.data(), false, premises.options().portBase(), Premises.PACE, 1, false);
        try (Simulation simulation = Simulation.start(bare)) {
            assertThat(simulation.missing())
                    .as("control: no page comes by itself here")
                    .isEmpty();
            assertThat(simulation.guard().awaitArrivals(true))
                    .singleElement()
                    .asString()
                    .contains("page");
            Person person = premises.person();
            assertThat(person.health().path("transfersRefusedBecause").get(0).asString())
                    .isEqualTo("screen-missing");

            try (var page = new StandIn(person.screen(), Alarms.on(clock), Customer.SILENT)) {
                var unused = clock.schedule(page::connect, LATE_MS, TimeUnit.MILLISECONDS);
                assertThat(simulation.guard().awaitArrivals(true))
                        .as("a page that comes late is waited for")
                        .isEmpty();
                assertThat(person.health().path("transfersRefusedBecause")).isEmpty();
            }
        }
    }
}
