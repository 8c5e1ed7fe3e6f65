package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every call that takes a body, with bodies that nobody should send, at a terminal whose devices the guard works. */
class EveryBodyIsFuzzedTest {

    private static final int BODIES_EACH = 120;
    private static final int THREADS_MORE_MAX = 40;

    @TempDir
    static Path folder;

    private static Premises premises;
    private static Simulation simulation;
    private static Knocker knocker;

    @BeforeAll
    static void open() throws Exception {
        premises = Premises.in(folder);
        simulation = Simulation.start(premises.options());
        knocker = new Knocker(premises);
        knocker.open(true);
    }

    @AfterAll
    static void close() {
        simulation.close();
    }

    /** The first byte chooses the call, the others are its body. */
    @FuzzTest
    void noBodyBringsTheGuardDown(FuzzedDataProvider input) {
        Door door = Door.ALL.get(Math.floorMod(input.consumeByte(), Door.ALL.size()));
        knocker.knock(door, input.consumeRemainingAsBytes());
    }

    @Test
    void aStormOfDamagedBodiesIsRefusedInWordsAndLeavesNothingBehind() {
        Damage damage = new Damage(20_261_121);
        Map<Integer, Integer> answers = new TreeMap<>();
        long linesBefore = lines();
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int i = 0; i < BODIES_EACH; i++) {
            for (Door door : Door.ALL) {
                int status = knocker.knock(door, damage.to(knocker.filled(door.sample())));
                answers.merge(status / 100, 1, Integer::sum);
            }
        }
        assertThat(answers).as("control: most is refused").containsKey(4);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threadsBefore + THREADS_MORE_MAX);
        int taken = answers.getOrDefault(2, 0);
        assertThat(lines() - linesBefore).as("what is refused leaves no line").isLessThan(2L * taken + 50);
        Person person = premises.person();
        assertThat(person.health().path("terminal").asString()).isEqualTo("ATM-0001");
        assertThat(person.host().path("transfers")).isEmpty();
    }

    private static long lines() {
        return Papers.of(premises.data(), List.of()).lines().size();
    }
}
