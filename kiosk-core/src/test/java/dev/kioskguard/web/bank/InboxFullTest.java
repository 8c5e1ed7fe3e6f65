package dev.kioskguard.web.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.CardNames;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.web.http.Call;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class InboxFullTest {

    private static final String VISIT = "{\"terminalId\": \"T-1\", \"card\": {\"token\": \"k\", \"masked\": \"6222\"}}";

    @Test
    void whoeverFindsTheInboxFullIsToldToAskAgain() throws Exception {
        try (var bench = new RunnerBench(GuardState.EMPTY);
                var listener = Listener.start(
                        ListenerSettings.of("front", 0),
                        routes -> new SessionRoutes(
                                        bench.guard,
                                        mock(TerminalDevices.class),
                                        new SessionRoutes.Site(false, "T-1", CardNames.NONE),
                                        () -> "s-1")
                                .addTo(routes))) {
            for (int i = 0; i < RunnerBench.INBOX_EVENTS_MAX; i++) {
                var waiting = bench.guard.offer(GuardEvent.TimePassed::new);
                assertThat(waiting).as("control: there is room for it").isNotDone();
            }

            HttpResponse<String> refused = Call.post(listener, "/api/sessions", VISIT);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(Call.json(refused.body()).path("type").asString()).endsWith(":inbox-full");
            assertThat(Call.json(refused.body()).path("detail").asString()).contains("ask again");
            bench.started();
            await().until(() -> bench.guard
                    .offer(GuardEvent.TimePassed::new)
                    .handle((taken, stillFull) -> stillFull == null)
                    .toCompletableFuture()
                    .join());
            assertThat(bench.guard.state().visit()).isNull();
            assertThat(Call.post(listener, "/api/sessions", VISIT).statusCode())
                    .as("control")
                    .isEqualTo(201);
        }
    }
}
