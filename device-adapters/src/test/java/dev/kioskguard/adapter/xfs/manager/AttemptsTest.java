package dev.kioskguard.adapter.xfs.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.device.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofMillis(20);
    private static final Timings TIMINGS = new Timings(PATIENCE, PATIENCE, PATIENCE, PATIENCE, new Backoff(WAIT, WAIT));

    private final Environment environment = Environment.create(new Random(1), TIMINGS, "no-such-manager");
    private final Attempts attempts = new Attempts(environment);
    private final List<String> made = new CopyOnWriteArrayList<>();

    @AfterEach
    void endTheLoop() {
        environment.loop().close();
    }

    @Test
    void howeverManyFailuresThereWereOneAttemptIsDue() {
        environment.run(() -> {
            for (int i = 0; i < 10; i++) {
                attempts.after("no library", () -> made.add("attempt"));
            }
        });

        awaitWhatWasDue();
        assertThat(made).containsExactly("attempt", "later");
    }

    @Test
    void whatIsWrongIsToldUntilTheNextAttempt() {
        List<String> told = new CopyOnWriteArrayList<>();
        environment.run(() -> {
            attempts.after("no library", () -> told.add(attempts.trouble().orElse("nothing")));
            told.add(attempts.trouble().orElse("nothing"));
        });

        await().atMost(PATIENCE).until(() -> told.size() == 2);
        assertThat(told.get(0)).startsWith("no library; next attempt in ");
        assertThat(told.get(1)).isEqualTo("nothing");
    }

    @Test
    void anAttemptThatNobodyNeedsIsNotMade() {
        environment.run(() -> {
            attempts.after("no library", () -> made.add("attempt"));
            attempts.drop();
        });

        awaitWhatWasDue();
        assertThat(made).containsExactly("later");
    }

    /** Longer than any wait of an attempt, and behind each of them. */
    private void awaitWhatWasDue() {
        environment.run(() -> {
            var unused = environment.later(WAIT.multipliedBy(3), () -> made.add("later"));
        });
        await().atMost(PATIENCE).until(() -> made.contains("later"));
    }
}
