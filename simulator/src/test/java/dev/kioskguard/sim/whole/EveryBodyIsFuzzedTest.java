package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kioskguard.sim.whole.Door.Owner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every call that takes a body, with bodies that nobody should send, while what it is meant for is live. */
class EveryBodyIsFuzzedTest {

    private static final int BODIES_EACH = 10;
    private static final int BODIES_EACH_NIGHTLY = 100;
    private static final int BODIES_OF_A_RARE_ONE = 2;
    private static final int THREADS_MORE_MAX = 40;
    private static final long HEAP_MORE_BYTES_MAX = 4 << 20;

    @TempDir
    static Path folder;

    private static final Map<Owner, Knocker> KNOCKERS = new EnumMap<>(Owner.class);

    @BeforeAll
    static void open() throws Exception {
        Premises hosted = Premises.in(folder);
        KNOCKERS.put(Owner.HOSTED, Knocker.at(Owner.HOSTED, hosted));
        Path config =
                ConfigCopy.of(hosted.config(), folder.resolve("beside"), "\nownership: hosted", "\nownership: beside");
        var beside = new Premises(config, folder.resolve("data-beside"), Premises.freePorts());
        KNOCKERS.put(Owner.BESIDE, Knocker.at(Owner.BESIDE, beside));
    }

    @AfterAll
    static void close() {
        KNOCKERS.values().forEach(Knocker::close);
    }

    /** The first byte chooses the call, the others are its body. */
    @FuzzTest
    void noBodyBringsTheGuardDown(FuzzedDataProvider input) {
        Door door = Door.ALL.get(Math.floorMod(input.consumeByte(), Door.ALL.size()));
        Knocker knocker = KNOCKERS.get(at(door));
        knocker.setScene(door.scene());
        knocker.knock(door, input.consumeRemainingAsBytes());
    }

    @ParameterizedTest
    @EnumSource
    void aWellFormedBodyMeetsWhatIsLive(Owner owner) {
        Knocker knocker = KNOCKERS.get(owner);
        var surprises = new ArrayList<String>();
        for (Door door : Door.ALL) {
            knocker.setScene(door.scene());
            byte[] body = knocker.filled(door.sample()).getBytes(StandardCharsets.UTF_8);
            int status = knocker.knock(door, body);
            if (status / 100 != (door.owners().contains(owner) ? door.opens() : 4)) {
                surprises.add(door.method() + " " + door.path() + " " + status);
            }
        }
        assertThat(surprises).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aStormOfDamagedBodiesIsRefusedInWordsAndLeavesNothingBehind(Owner owner) {
        assertThatAStormLeavesNothingBehind(owner, BODIES_EACH);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("nightly")
    void aLongStormOfThemDoesNotEither(Owner owner) {
        assertThatAStormLeavesNothingBehind(owner, BODIES_EACH_NIGHTLY);
    }

    private static void assertThatAStormLeavesNothingBehind(Owner owner, int bodies) {
        Knocker knocker = KNOCKERS.get(owner);
        Damage damage = new Damage(20_261_121);
        List<Door> doors = Door.ALL.stream().filter(door -> at(door) == owner).toList();
        storm(knocker, doors, damage, bodies);
        long heapBefore = heap();
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();

        Map<Integer, Integer> answers = storm(knocker, doors, damage, bodies);

        assertThat(answers.get(4)).as("control: most is refused").isGreaterThan(answers.getOrDefault(2, 0));
        assertThat(heap() - heapBefore).as("bytes that are kept").isLessThan(HEAP_MORE_BYTES_MAX);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threadsBefore + THREADS_MORE_MAX);
        assertThat(knocker.person().health().path("terminal").asString()).isEqualTo("ATM-0001");
        assertThat(knocker.person().host().path("transfers")).isEmpty();
    }

    /** Control: what takes a body and has no door here would never be knocked at. */
    @Test
    void everyRouteThatTakesABodyHasADoor() throws IOException {
        Pattern route = Pattern.compile("routes\\.(post|put)\\(\"(/(?:api|screen|desk|sim)/[^\"]+)\"");
        var routes = new TreeSet<String>();
        for (String module : List.of("kiosk-core", "simulator")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher found = route.matcher(Files.readString(file));
                    while (found.find()) {
                        routes.add(found.group(1).toUpperCase(Locale.ROOT) + " " + anyId(found.group(2)));
                    }
                }
            }
        }
        assertThat(routes).as("control").hasSizeGreaterThan(20);
        assertThat(Door.ALL.stream()
                        .map(door -> door.method() + " " + anyId(door.path()))
                        .toList())
                .containsAll(routes);
    }

    private static String anyId(String path) {
        return path.replaceAll("\\{[a-z]+}", "{id}");
    }

    /** Where a door is knocked at: hosted, if it opens there. */
    private static Owner at(Door door) {
        return door.owners().contains(Owner.HOSTED) ? Owner.HOSTED : Owner.BESIDE;
    }

    private static Map<Integer, Integer> storm(Knocker knocker, List<Door> doors, Damage damage, int bodies) {
        var answers = new TreeMap<Integer, Integer>();
        for (Door door : doors) {
            for (int i = 0; i < (door.isRare() ? BODIES_OF_A_RARE_ONE : bodies); i++) {
                knocker.setScene(door.scene());
                int status = knocker.knock(door, damage.to(knocker.filled(door.sample())));
                answers.merge(status / 100, 1, Integer::sum);
            }
        }
        return answers;
    }

    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
