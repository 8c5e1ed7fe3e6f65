package dev.kioskguard.adapter.mqtt;

import static dev.kioskguard.adapter.mqtt.Quick.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.sim.broker.Mosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What machines tell one another, at a real broker. */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class HopsOverMosquittoTest {

    private static final String OWN = "kioskguard/B-1/ATM-1/hops/h-1";

    private final PlainStation station = new PlainStation();
    private Mosquitto broker;

    @BeforeEach
    void aMachineTells(@TempDir Path folder) throws IOException {
        broker = Mosquitto.start(folder);
        station.neighbours.put("h-1", "one");
    }

    @AfterEach
    void theBrokerEnds() {
        broker.close();
    }

    @Test
    void aWordStandsUntilItIsOverAndWhatOthersWriteThereIsPutRight() {
        try (Witness stranger = Witness.at(broker.port());
                PageChannel machine = open()) {
            soon().untilAsserted(() -> assertThat(stranger.standing).containsEntry(OWN, "one"));
            stranger.say(Message.kept(OWN, "forged"));
            soon().untilAsserted(() -> assertThat(station.refusals).containsOnly("hop"));
            soon().untilAsserted(() -> assertThat(stranger.standing).containsEntry(OWN, "one"));
            assertThat(station.neighbours.heard).isEmpty();

            station.neighbours.remove("h-1");
            machine.changed();
            soon().untilAsserted(() -> assertThat(stranger.standing).doesNotContainKey(OWN));
        }
    }

    @Test
    void whatStandsOfNeighboursIsHeardByWhoeverComesLaterAndOfNoOtherBranch() {
        try (Witness neighbour = Witness.at(broker.port())) {
            neighbour.say(Message.kept("kioskguard/B-1/ATM-2/hops/h-2", "two", Duration.ofHours(1)));
            neighbour.say(Message.kept("kioskguard/B-2/ATM-2/hops/h-3", "of another branch"));
            neighbour.say(Message.kept("kioskguard/B-1/ATM-2/hops/h 4", "no name"));
            try (PageChannel machine = open()) {
                soon().untilAsserted(() -> assertThat(station.neighbours.heard).contains("ATM-2 two"));
                assertThat(station.neighbours.heard).containsOnly("ATM-2 two");
                neighbour.say(Message.cleared("kioskguard/B-1/ATM-2/hops/h-2"));
                neighbour.say(Message.kept("kioskguard/B-1/ATM-3/hops/h-5", "five"));
                soon().untilAsserted(
                                () -> assertThat(station.neighbours.heard).containsOnly("ATM-2 two", "ATM-3 five"));
                assertThat(machine.status().waiting()).isZero();
            }
        }
    }

    @Test
    void theBrokerForgetsAWordWhoseTimeIsOver() {
        station.neighbours.left = Duration.ofSeconds(1);
        try (Witness first = Witness.at(broker.port());
                PageChannel machine = open()) {
            soon().untilAsserted(() -> assertThat(first.standing).containsKey(OWN));
            assertThat(machine.status().waiting()).isZero();
        }
        soon().untilAsserted(() -> {
            try (Witness late = Witness.at(broker.port())) {
                soon().until(() -> late.standing.containsKey("kioskguard/B-1/ATM-1/status"));
                assertThat(late.standing).doesNotContainKey(OWN);
            }
        });
    }

    private PageChannel open() {
        return MqttProvider.open(new ChannelAccess(broker.uri(), "B-1", null), station, Quick.MANNERS);
    }
}
