package dev.kioskguard.web.http.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.web.http.Call;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongPollsTest {

    private static final int WAITING_MAX = 24;

    private final LongPolls polls = new LongPolls("test", WAITING_MAX);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private volatile String state = "asking";
    private Listener listener;

    @BeforeEach
    void open() {
        listener = Listener.start(
                ListenerSettings.of("polls", 0),
                routes -> routes.get("/state", ctx -> {
                    String before = state;
                    polls.answer(ctx, () -> !state.equals(before), () -> Json.answer(ctx, 200, Map.of("state", state)));
                }));
    }

    @AfterEach
    void close() {
        polls.close();
        listener.close();
        callers.shutdownNow();
    }

    @Test
    void withoutAWaitTheAnswerComesAtOnce() throws Exception {
        assertThat(Call.get(listener, "/state").body()).isEqualTo("{\"state\":\"asking\"}");
    }

    @Test
    void moreWaitThanThereAreThreadsAndAllHearOfTheChange() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < WAITING_MAX; i++) {
            answers.add(wait("PT25S"));
        }
        await().until(() -> polls.size() == WAITING_MAX);
        assertThat(wait("PT25S").join().statusCode()).as("one too many").isEqualTo(503);

        polls.ring();
        assertThat(answers).as("a ring without a change ends no wait").noneMatch(CompletableFuture::isDone);
        state = "held";
        polls.ring();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("{\"state\":\"held\"}"));
        assertThat(polls.size()).isZero();
    }

    @Test
    void patienceEndsWithHowThingsStand() {
        assertThat(wait("PT0.1S").join().body()).isEqualTo("{\"state\":\"asking\"}");
    }

    @Test
    void closingAnswersWhoeverWaits() {
        CompletableFuture<HttpResponse<String>> answer = wait("PT25S");
        await().until(() -> polls.size() == 1);

        polls.close();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(wait("PT25S").join().statusCode())
                .as("afterwards nobody waits")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "PT31S", "-PT1S", "P99999999999999D", "25s"})
    void whatIsNoWaitIsRefused(String wait) throws Exception {
        HttpResponse<String> answer = Call.get(listener, "/state?wait=" + wait);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("from PT0S to PT30S, such as PT25S");
    }

    private CompletableFuture<HttpResponse<String>> wait(String patience) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Call.get(listener, "/state?wait=" + patience);
                    } catch (Exception failed) {
                        throw new AssertionError(failed);
                    }
                },
                callers);
    }
}
