package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.kioskguard.app.wiring.RunningGuard;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.JournalException.Reason;
import dev.kioskguard.audit.SmallDisk;
import dev.kioskguard.guard.event.GuardEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong around the guard: it says so plainly, keeps what it has, and lets nothing go. */
@SuppressWarnings("try") // What is only there and closed again is never named.
class BadDayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SMALL_DISK_BYTES = 4 << 20;
    private static final int ROOM_AGAIN_BYTES = 32 << 20;

    @TempDir
    Path folder;

    /** Its library is unpacked at first use, and must not lie on a disk that is taken away again. */
    @BeforeAll
    static void loadSqlite() throws Exception {
        DriverManager.getConnection("jdbc:sqlite::memory:").close();
    }

    @Test
    void aReadOnlyDataDirectoryIsNamed() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), SMALL_DISK_BYTES)) {
            Premises premises = on(disk);
            disk.makeReadOnly();
            assertRefused(premises, Reason.READ_ONLY, premises.data().toString());
        }
    }

    @Test
    void aCorruptedJournalIsNamedAndLeftAsItIs() throws Exception {
        Premises premises = Premises.in(folder);
        Simulation.start(premises.options()).close();
        Path journal = premises.data().resolve("journal.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate("UPDATE entries SET line = replace(line, 'kind', 'king')"
                    + " WHERE seq = (SELECT max(seq) FROM entries)");
            assertThat(changed).as("control").isEqualTo(1);
        }
        byte[] before = Files.readAllBytes(journal);
        assertRefused(premises, Reason.CORRUPTED, "journal");
        assertThat(journal).hasBinaryContent(before);
    }

    @Test
    void aSecondGuardOnTheSameDataIsSentAwayAndTheFirstGoesOn() throws Exception {
        Premises premises = Premises.in(folder);
        try (Simulation first = Simulation.start(premises.options())) {
            Premises second = new Premises(premises.config(), premises.data(), Premises.freePorts());
            assertRefused(second, Reason.LOCKED, "another guard");
            assertThat(premises.person().health().path("terminal").asString()).isNotEmpty();
        }
    }

    @Test
    void aClockThatJumpsBackADayClearsNothingUntilItIsRightAgain() throws Exception {
        Premises premises = Premises.in(folder);
        var wrong = new AtomicReference<>(Duration.ZERO);
        InstantSource system = InstantSource.system();
        InstantSource wall = () -> system.instant().plus(wrong.get());
        try (Simulation simulation = Simulation.start(premises.options(), wall)) {
            Person person = premises.person();
            person.insertCard();
            var warned = new CountDownLatch(1);
            String id;
            try (var customer = new HonestCustomer(person.screen(), "family-support", shown -> {
                if (shown.path("kind").asString().equals("reminder")) {
                    wrong.set(Duration.ofDays(-1));
                    warned.countDown();
                }
            })) {
                id = person.transfer("zh-CN");
                assertThat(warned.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
                assertRefusedBecause(person, id, "clock-jumped");
            }
            assertThat(person.health().path("transfersRefusedBecause").toString())
                    .contains("clock-jumped");
            assertRefusedBecause(person, person.transfer("zh-CN"), "clock-jumped");
            assertThat(person.host().path("transfers")).isEmpty();

            wrong.set(Duration.ZERO);
            await().atMost(PATIENCE).until(() -> {
                var unused = simulation.guard().guard().offer(GuardEvent.TimePassed::new);
                return person.health().path("status").asString().equals("ok");
            });
        }
        assertWhole(premises);
    }

    @Test
    void aDiskThatFillsUpDuringATransferHoldsItAndLosesNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), SMALL_DISK_BYTES)) {
            Premises premises = on(disk);
            logFailedSteps(false);
            try (Simulation simulation = Simulation.start(premises.options())) {
                Person person = premises.person();
                person.insertCard();
                String id = person.transfer("zh-CN");
                fill(disk.path().resolve("filler"));
                try (var customer = HonestCustomer.at(person.screen())) {
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(person.health()
                                            .path("transfersRefusedBecause")
                                            .toString())
                                    .contains("journal-failed"));
                    assertThat(person.health().path("journal").path("trouble").asString())
                            .contains("make room on its disk");
                    assertThat(person.state(id).path("state").asString()).isNotEqualTo("cleared");
                    assertThat(person.host().path("transfers")).isEmpty();

                    disk.grow(ROOM_AGAIN_BYTES);
                    await().atMost(PATIENCE).until(() -> person.state(id).has("verdict"));
                }
            } finally {
                logFailedSteps(true);
            }
            assertWhole(premises);
        }
    }

    /** The guard logs each step that it cannot write; here that is what is wanted. */
    private static void logFailedSteps(boolean on) {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(RunningGuard.class)
                .setLevel(on ? null : Level.OFF);
    }

    private Premises on(SmallDisk disk) throws Exception {
        Premises beside = Premises.in(folder);
        return new Premises(beside.config(), disk.path(), beside.portBase());
    }

    private static void fill(Path file) throws Exception {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.size(file)).as("control").isPositive();
        }
    }

    private static void assertRefused(Premises premises, Reason reason, String said) {
        assertThatThrownBy(() -> Simulation.start(premises.options()).close())
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(said);
    }

    private static void assertRefusedBecause(Person person, String id, String reason) {
        await().atMost(PATIENCE).until(() -> person.state(id).has("verdict"));
        assertThat(person.state(id).path("state").asString()).isEqualTo("refused");
        assertThat(person.state(id).path("verdict").path("reasons").toString()).contains(reason);
        assertThat(person.state(id).has("clearance")).isFalse();
    }

    private static void assertWhole(Premises premises) {
        Papers papers = Papers.of(premises.data(), List.of());
        assertThat(papers.broken()).isEmpty();
        assertThat(papers.replayed().disagreement()).isNull();
        assertThat(papers.replayed().agreed()).as("control").isPositive();
    }
}
