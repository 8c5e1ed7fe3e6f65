package dev.kioskguard.web.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.kioskguard.device.CardData;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.web.http.Call;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeviceRoutesTest {

    private static final String TRACK = "6222020000000000018=30121010000000000000";

    private final TerminalDevices devices = mock(TerminalDevices.class);
    private final AtomicBoolean cardTrack = new AtomicBoolean();

    @Test
    void theCardsTrackIsGivenOutOnlyWhereTheBankHasSaidSo() throws Exception {
        when(devices.card()).thenReturn(Optional.of(new CardData(TRACK)));
        try (var bench = new RunnerBench(GuardState.EMPTY).started();
                var listener = Listener.start(
                        ListenerSettings.of("front", 0),
                        routes -> new DeviceRoutes(bench.guard, devices, true, cardTrack::get).addTo(routes))) {
            bench.guard
                    .offer(at -> RunnerBench.began(at, "s-1"))
                    .toCompletableFuture()
                    .join();

            HttpResponse<String> refused = Call.get(listener, "/api/sessions/s-1/card");
            cardTrack.set(true);
            HttpResponse<String> given = Call.get(listener, "/api/sessions/s-1/card");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(Call.json(refused.body()).path("detail").asString()).contains("application.card-track: true");
            assertThat(refused.body()).doesNotContain("6222");
            assertThat(given.statusCode()).as("control").isEqualTo(200);
            assertThat(Call.json(given.body()).path("track2").asString()).isEqualTo(TRACK);
        }
    }
}
