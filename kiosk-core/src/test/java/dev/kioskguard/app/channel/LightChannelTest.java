package dev.kioskguard.app.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LightChannelTest {

    private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");

    private final List<Page> calling = new ArrayList<>();
    private final List<Flash> set = new ArrayList<>();
    private CompletableFuture<Void> answer = CompletableFuture.completedFuture(null);
    private final LightChannel channel = new LightChannel(lights(), () -> List.copyOf(calling));

    private Lights lights() {
        Lights lights = mock(Lights.class);
        when(lights.set(eq(Lights.Light.STATUS_SUPERVISOR), any(), any())).thenAnswer(call -> {
            set.add(call.getArgument(1));
            return answer;
        });
        return lights;
    }

    @Test
    void theLightFlashesWhileAPageWaitsAndIsOffOnceSomebodyIsOnTheWay() {
        calling.add(page());
        channel.changed();
        channel.changed();
        assertThat(channel.deliveries()).isEqualTo(Map.of("p-1", Delivery.TAKEN));
        assertThat(channel.status()).isEqualTo(new ChannelStatus(ChannelStatus.State.CONNECTED, "", 0));
        calling.clear();
        channel.changed();
        assertThat(set).as("and is told once").containsExactly(Flash.QUICK, Flash.OFF);
    }

    @Test
    void whatChangesWhileTheLightIsSetIsNotLost() {
        answer = new CompletableFuture<>();
        calling.add(page());
        channel.changed();
        calling.clear();
        channel.changed();
        assertThat(set).as("one try at a time").containsExactly(Flash.QUICK);
        CompletableFuture<Void> first = answer;
        answer = CompletableFuture.completedFuture(null);
        first.complete(null);
        assertThat(set).containsExactly(Flash.QUICK, Flash.OFF);
    }

    @Test
    void aLightThatCannotBeSetIsSaidToBeSoAndTriedAgainAtTheNextLook() {
        answer = CompletableFuture.failedFuture(new IllegalStateException("no lamp"));
        calling.add(page());
        channel.changed();
        assertThat(set).hasSize(1);
        assertThat(channel.deliveries()).isEqualTo(Map.of("p-1", Delivery.FAILED));
        assertThat(channel.status().isWell()).isFalse();
        assertThat(channel.status().waiting()).isOne();
        assertThat(channel.status().detail()).contains("devices.lights");
        answer = CompletableFuture.completedFuture(null);
        channel.changed();
        assertThat(channel.status().isWell()).isTrue();
    }

    @Test
    void aMachineThatStopsCallsNobodyByLight() {
        calling.add(page());
        channel.changed();
        channel.close();
        channel.changed();
        assertThat(set).containsExactly(Flash.QUICK, Flash.OFF);
        assertThat(channel.status().state()).isEqualTo(ChannelStatus.State.CLOSED);
    }

    private static Page page() {
        return new Page(
                "p-1",
                "ATM-1",
                1,
                "orange",
                List.of(),
                List.of(),
                null,
                List.of(),
                NOON,
                NOON.plusSeconds(30),
                Page.State.RAISED,
                "t-1");
    }
}
