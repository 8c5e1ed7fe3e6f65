package dev.kioskguard.adapter.mqtt;

import static dev.kioskguard.adapter.mqtt.Quick.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.sim.broker.Mosquitto;
import dev.kioskguard.sim.broker.Proxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The channel of a machine against a real broker, with a witness beside it. */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class PagesOverMosquittoTest {

    private static final String HOME = "kioskguard/B-1/ATM-1/";
    private static final String PAGE = HOME + "pages/p-1";

    private final PlainStation station = new PlainStation();
    private Mosquitto broker;
    private Proxy wire;

    @BeforeEach
    void aBrokerListens(@TempDir Path folder) throws IOException {
        broker = Mosquitto.start(folder);
        wire = Proxy.to(broker.port());
    }

    @AfterEach
    void theBrokerEnds() throws IOException {
        wire.close();
        broker.close();
    }

    @Test
    void aPageIsKeptForWhoeverComesLaterUntilItIsOver() {
        station.put("p-1", "{\"state\":\"raised\"}");
        try (PageChannel channel = open(broker.uri())) {
            allIsSaid(channel);
            try (Witness late = Witness.at(broker.port())) {
                soon().untilAsserted(() -> assertThat(late.standing).containsEntry(PAGE, "{\"state\":\"raised\"}"));

                station.put("p-1", null);
                channel.changed();
                soon().untilAsserted(() -> assertThat(late.standing).doesNotContainKey(PAGE));
            }
            try (Witness later = Witness.at(broker.port())) {
                soon().until(() -> later.standing.containsKey(HOME + "status"));
                assertThat(later.heard(PAGE))
                        .as("nothing is kept of a page that is over")
                        .isEmpty();
            }
        }
    }

    @Test
    void aMachineThatGoesWithoutAWordIsSaidToBeGoneAndOneThatStopsToHaveStopped() throws IOException {
        PageChannel channel = open(wire.uri());
        try (Witness witness = Witness.at(broker.port())) {
            soon().untilAsserted(
                            () -> assertThat(witness.standing).containsEntry(HOME + "status", "{\"state\":\"here\"}"));
            wire.cut();
            soon().untilAsserted(
                            () -> assertThat(witness.standing).containsEntry(HOME + "status", "{\"state\":\"gone\"}"));
            wire.mend();
            soon().untilAsserted(
                            () -> assertThat(witness.standing).containsEntry(HOME + "status", "{\"state\":\"here\"}"));
            channel.close();
            assertThat(channel.status().state()).isEqualTo(ChannelStatus.State.CLOSED);
            soon().untilAsserted(() ->
                    assertThat(witness.standing).containsEntry(HOME + "status", "{\"state\":\"stopped\"}"));
        }
    }

    @Test
    void aBrokerThatHasForgottenEverythingIsToldEverythingAgain() throws IOException {
        station.put("p-1", "{\"n\":1}");
        station.put("p-2", "{\"n\":2}");
        try (PageChannel channel = open(broker.uri())) {
            allIsSaid(channel);
            broker.kill();
            soon().untilAsserted(() -> assertThat(channel.status().state()).isEqualTo(ChannelStatus.State.CONNECTING));
            station.put("p-2", null);
            station.put("p-3", "{\"n\":3}");
            channel.changed();
            soon().untilAsserted(() -> assertThat(channel.status().waiting()).isEqualTo(3));

            broker.startAgain();
            allIsSaid(channel);
            try (Witness witness = Witness.at(broker.port())) {
                soon().untilAsserted(() ->
                        assertThat(witness.standing).containsOnlyKeys(PAGE, HOME + "pages/p-3", HOME + "status"));
            }
        }
    }

    @Test
    void whatSomebodyElseWritesUnderTheMachinesPagesIsPutRight() {
        station.put("p-1", "{\"n\":1}");
        try (PageChannel channel = open(broker.uri());
                Witness stranger = Witness.at(broker.port())) {
            allIsSaid(channel);
            stranger.say(Message.cleared(PAGE));
            soon().until(() -> stranger.heard(PAGE).contains(""));
            soon().untilAsserted(() -> assertThat(stranger.standing).containsEntry(PAGE, "{\"n\":1}"));
            stranger.say(Message.kept(HOME + "pages/p-9", "forged"));
            soon().until(() -> stranger.heard(HOME + "pages/p-9").contains("forged"));
            soon().untilAsserted(() -> assertThat(stranger.standing).doesNotContainKey(HOME + "pages/p-9"));
            assertThat(station.refusals).containsOnly("page");
        }
    }

    @Test
    void aPageOfAnEarlierLifeThatNobodyRemembersIsTakenAway() {
        try (Witness before = Witness.at(broker.port())) {
            before.say(Message.kept(HOME + "pages/p-0", "{}"));
            try (PageChannel channel = open(broker.uri())) {
                soon().untilAsserted(() -> assertThat(before.standing).doesNotContainKey(HOME + "pages/p-0"));
                assertThat(station.refusals).isEmpty();
                assertThat(channel.status().state()).isEqualTo(ChannelStatus.State.CONNECTED);
            }
        }
    }

    @Test
    void whatHappenedIsToldInOrderAlsoWhatHappenedWithoutALine() throws IOException {
        try (PageChannel channel = open(wire.uri());
                Witness witness = Witness.at(broker.port())) {
            for (int i = 0; i < 100; i++) {
                if (i == 40) {
                    wire.cut();
                } else if (i == 60) {
                    wire.mend();
                }
                station.happens("" + i);
                channel.changed();
            }
            soon().untilAsserted(() -> assertThat(
                            witness.heard(HOME + "events").stream().distinct())
                    .hasSize(100)
                    .isSortedAccordingTo((one, other) -> Integer.parseInt(one) - Integer.parseInt(other)));
        }
    }

    private PageChannel open(URI uri) {
        return MqttProvider.open(new ChannelAccess(uri, "B-1", null), station, Quick.MANNERS);
    }

    private static void allIsSaid(PageChannel channel) {
        soon().untilAsserted(() ->
                assertThat(channel.status()).isEqualTo(new ChannelStatus(ChannelStatus.State.CONNECTED, "", 0)));
    }
}
