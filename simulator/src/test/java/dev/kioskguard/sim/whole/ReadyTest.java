package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.state.Means;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyTest {

    @TempDir
    Path folder;

    @RepeatedTest(3)
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
                premises.config(), premises.data(), false, premises.options().portBase(), Premises.PACE, 1);
        try (Simulation simulation = Simulation.start(bare)) {
            assertThat(simulation.missing())
                    .as("control: no page comes by itself here")
                    .isEmpty();
            assertThat(simulation.guard().awaitArrivals(true))
                    .singleElement()
                    .asString()
                    .contains("page");
            assertThat(premises.person()
                            .health()
                            .path("transfersRefusedBecause")
                            .get(0)
                            .asString())
                    .isEqualTo("screen-missing");
        }
    }
}
