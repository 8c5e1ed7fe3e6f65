package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.kioskguard.app.wiring.RunningGuard;
import dev.kioskguard.guard.run.GuardRunner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the world tells only once is not lost where the journal cannot be written at that moment. */
class OwedReportsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NO_ROOM = "CREATE TRIGGER no_room BEFORE INSERT ON entries"
            + " BEGIN SELECT RAISE(ABORT, 'no room for the test'); END";

    @TempDir
    Path folder;

    private final Logger failedSteps = (Logger) LoggerFactory.getLogger(RunningGuard.class);

    /** The guard logs each step that it cannot write; here that is what is wanted. */
    @BeforeEach
    void silenceFailedSteps() {
        failedSteps.setLevel(Level.OFF);
    }

    @AfterEach
    void logFailedSteps() {
        failedSteps.setLevel(null);
    }

    @Test
    void cardCameraAndSpeakerAreHeardOnceThereIsRoomAgain() throws Exception {
        Premises premises = Premises.in(folder);
        try (Simulation simulation = Simulation.start(premises.options())) {
            GuardRunner guard = simulation.guard().guard();
            Person person = premises.person();
            person.insertCard();
            String id = person.transfer("zh-CN");
            await().atMost(PATIENCE).until(() -> guard.state().watching().noticedIn() != null);
            journal(premises, NO_ROOM);
            person.isSeen("PAPER_NOTE");
            person.breakDown("speaker", "mute");
            person.pullCard();
            await().atMost(PATIENCE).until(() -> guard.lastTrouble() != null);
            assertThat(guard.state().visit()).as("control").isNotNull();
            assertThat(guard.state().means().voice()).as("control").isTrue();

            journal(premises, "DROP TRIGGER no_room");

            await().atMost(PATIENCE).until(() -> guard.state().visit() == null);
            await().atMost(PATIENCE).until(() -> !guard.state().means().voice());
            assertThat(person.state(id).path("state").asString()).isEqualTo("withdrawn");
        }
        Papers papers = Papers.of(premises.data(), List.of());
        assertThat(papers.broken()).isEmpty();
        assertThat(papers.replayed().disagreement()).isNull();
        assertThat(papers.lines())
                .as("what was seen for a moment counts")
                .anyMatch(line -> line.fields().kind().equals("SignalChanged")
                        && line.fields().open().path("event").path("holds").asBoolean());
    }

    private static void journal(Premises premises, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + premises.data().resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
