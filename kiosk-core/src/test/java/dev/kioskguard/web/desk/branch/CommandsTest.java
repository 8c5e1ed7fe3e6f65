package dev.kioskguard.web.desk.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.desk.command.Doing;
import dev.kioskguard.web.http.ProblemException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T04:00:00.750Z");
    private static final Order RELEASE =
            new Order("a-1", new Order.Target("ATM-1", "p-1"), Doing.RELEASE, "lobby", "1234", "客户说得清楚", null);

    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final Journal journal = new MemoryJournal(new SecureRandom());
    private final List<String> said = new ArrayList<>();
    private boolean lineDown;

    @Test
    void aCommandIsSignedForItsMachineAndItsAnswerIsThatOfTheMachine() {
        Commands commands = lasting(Duration.ofSeconds(15));
        CompletionStage<Map<String, Object>> given = commands.give(RELEASE);
        DeskCommand read = DeskCommand.read(said.get(0), key.publicKeys());
        assertThat(read)
                .isEqualTo(new DeskCommand(
                        "a-1",
                        new DeskCommand.Target("B-1", "ATM-1", "p-1"),
                        Doing.RELEASE,
                        "lobby",
                        "1234",
                        "客户说得清楚",
                        null,
                        Instant.parse("2026-01-01T04:00:00Z"),
                        Instant.parse("2026-01-01T04:00:15Z")));
        commands.heard("ATM-1", "{\"kind\":\"page\",\"page\":\"p-1\"}");
        commands.heard("ATM-2", answer("a-1"));
        commands.heard("ATM-1", answer("a-2"));
        assertThat(given).as("nobody else's answer").isNotDone();
        commands.heard("ATM-1", answer("a-1"));
        assertThat(given).isCompletedWithValue(Map.of("actionId", "a-1", "state", "asking"));
        assertThat(lines()).containsExactly("given release lobby null", "answered release lobby done");
        assertThat(journal.lines(0, 9).toString())
                .as("the code is nobody's business")
                .doesNotContain("1234");
    }

    @Test
    void aRefusalOfTheMachineIsShownAsItsOwnDeskWouldShowIt() {
        Commands commands = lasting(Duration.ofSeconds(15));
        CompletionStage<Map<String, Object>> given = commands.give(RELEASE);
        commands.heard(
                "ATM-1",
                "{\"kind\":\"answer\",\"actionId\":\"a-1\",\"ok\":false,\"problem\":{\"type\":"
                        + "\"urn:kioskguard:problem:not-held\",\"status\":409,\"detail\":\"nothing to release\"}}");
        assertThat(refusal(given)).isEqualTo("409 not-held nothing to release");
        assertThat(lines()).last().isEqualTo("answered release lobby not-held");
    }

    @Test
    void aCommandThatIsUnderWayIsNotGivenTwice() {
        Commands commands = lasting(Duration.ofSeconds(15));
        CompletionStage<Map<String, Object>> given = commands.give(RELEASE);
        assertThat(refusal(commands.give(RELEASE))).startsWith("409 command-under-way");
        assertThat(said).hasSize(1);
        commands.heard("ATM-1", answer("a-1"));
        assertThat(given).as("the first has its answer all the same").isCompleted();
    }

    @Test
    void whereNoAnswerComesInTimeThatIsSaid() {
        assertThat(refusal(lasting(Duration.ofMillis(20)).give(RELEASE))).startsWith("504 no-answer");
        assertThat(lines()).last().isEqualTo("answered release lobby no-answer");
    }

    @Test
    void withoutALineNothingIsSaidAndWithoutAJournalLineNeither() {
        lineDown = true;
        assertThat(refusal(lasting(Duration.ofSeconds(15)).give(RELEASE))).startsWith("503 line-down");
        Turns full = new Now() {
            @Override
            public CompletionStage<?> between(Consumer<Instant> task) {
                return CompletableFuture.failedFuture(new JournalException(JournalException.Reason.FULL, "full"));
            }
        };
        said.clear();
        var commands = new Commands(
                new Commands.Signed("B-1", key, Duration.ofSeconds(15)), full, journal, (machine, token) -> say(token));
        assertThat(refusal(commands.give(RELEASE))).startsWith("503 journal-failed");
        assertThat(said).isEmpty();
    }

    private Commands lasting(Duration life) {
        return new Commands(new Commands.Signed("B-1", key, life), new Now(), journal, (machine, token) -> say(token));
    }

    private CompletionStage<Void> say(String token) {
        if (lineDown) {
            return CompletableFuture.failedFuture(new IllegalStateException("no line"));
        }
        said.add(token);
        return CompletableFuture.completedFuture(null);
    }

    private static String answer(String actionId) {
        return ("{\"kind\":\"answer\",\"actionId\":\"%s\",\"ok\":true,"
                        + "\"body\":{\"actionId\":\"%s\",\"state\":\"asking\"}}")
                .formatted(actionId, actionId);
    }

    private static String refusal(CompletionStage<?> given) {
        try {
            return "done: " + given.toCompletableFuture().join();
        } catch (CompletionException e) {
            var problem = ((ProblemException) e.getCause()).problem();
            return problem.status() + " " + problem.code() + " " + problem.detail();
        }
    }

    private List<String> lines() {
        return journal.lines(0, 99).stream()
                .map(line -> line.fields().open())
                .map(open -> open.path("what").asString() + " "
                        + open.path("does").asString() + " "
                        + open.path("staff").asString() + " "
                        + open.path("outcome").asString("null"))
                .toList();
    }

    private static class Now implements Turns {
        @Override
        public CompletionStage<?> between(Consumer<Instant> task) {
            task.accept(NOW);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public InstantSource time() {
            return InstantSource.fixed(NOW);
        }
    }
}
