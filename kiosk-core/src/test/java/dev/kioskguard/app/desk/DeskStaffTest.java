package dev.kioskguard.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.kioskguard.app.channel.Refusals;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.http.ProblemException;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests at the desk of somebody who has not signed in there. */
class DeskStaffTest {

    private static final String INVENTED = "a-cookie-of-another-branch";

    private Instant now = Instant.parse("2026-01-01T04:00:00Z");
    private final Journal journal = new MemoryJournal(new SecureRandom());
    private DataDirectory data;
    private DeskStaff staff;

    @BeforeEach
    void opens(@TempDir Path temp) {
        data = DataDirectory.open(temp);
        staff = DeskStaff.open(data, new Now(), journal);
    }

    @AfterEach
    void closes() {
        data.close();
    }

    /** Two kinds for five minutes: whoever sends them fills no disk, and none is forgotten. */
    @Test
    void aFloodOfStrangersIsAHandfulOfLinesWhoseCountsAddUp() {
        Context nobody = request(null);
        Context foreign = request(INVENTED);
        for (int i = 0; i < 10_000; i++) {
            refused(i % 4 == 0 ? nobody : foreign);
            if (i % 2_000 == 1_999) {
                now = now.plus(Duration.ofMinutes(1));
            }
        }
        staff.tidy();
        assertThat(times("desk-no-session")).hasSizeLessThanOrEqualTo(6);
        assertThat(times("desk-unknown-session")).hasSizeLessThanOrEqualTo(6);
        assertThat(times("desk-no-session").stream().mapToLong(Long::longValue).sum())
                .isEqualTo(2_500);
        assertThat(times("desk-unknown-session").stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(7_500);
        assertThat(journal.lines(0, 100).toString())
                .as("no line says what was shown")
                .doesNotContain(INVENTED);
        int lines = journal.lines(0, 100).size();
        staff.tidy();
        assertThat(journal.lines(0, 100))
                .as("what is written is not written again")
                .hasSize(lines);
    }

    @Test
    void aPhoneThatAsksWhetherSomebodyHasSignedInIsNoStranger() {
        DeskSessions sessions = staff.sessions();
        assertThatThrownBy(() -> sessions.whoAsks(request(null))).isInstanceOf(ProblemException.class);
        assertThat(times("desk-no-session")).isEmpty();
        assertThatThrownBy(() -> sessions.whoAsks(request(INVENTED))).isInstanceOf(ProblemException.class);
        assertThat(times("desk-unknown-session")).as("control").containsExactly(1L);
    }

    private void refused(Context request) {
        try {
            staff.sessions().require(request);
        } catch (ProblemException refused) {
            return;
        }
        throw new AssertionError("a stranger was let in");
    }

    private static Context request(@Nullable String cookie) {
        Context request = mock(Context.class, withSettings().stubOnly());
        when(request.cookie("kiosk-desk")).thenReturn(cookie);
        return request;
    }

    private List<Long> times(String kind) {
        return journal.lines(0, 100).stream()
                .map(line -> line.fields())
                .filter(fields -> fields.kind().equals(Refusals.KIND))
                .map(fields -> fields.open())
                .filter(open -> open.path("kind").asString().equals(kind))
                .map(open -> open.path("times").asLong())
                .toList();
    }

    private final class Now implements Turns {
        @Override
        public CompletionStage<?> between(Consumer<Instant> task) {
            task.accept(now);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public InstantSource time() {
            return () -> now;
        }
    }
}
