package dev.kioskguard.adapter.mqtt;

import static dev.kioskguard.adapter.mqtt.Quick.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.paging.channel.BranchChannel;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.sim.broker.Mosquitto;
import dev.kioskguard.sim.broker.Proxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A machine and a desk for its whole branch at a real broker; the desk's line can be cut. */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class BranchOverMosquittoTest {

    private static final String PAGE = "kioskguard/B-1/ATM-2/pages/p-9";

    /** Mosquitto 2.0.11 sends what it has retained all at once. */
    private static final int MANY = 250;

    private final PlainStation station = new PlainStation();
    private final Office office = new Office();
    private Mosquitto broker;
    private Proxy wire;
    private PageChannel machine;

    @BeforeEach
    void aMachineHasAPage(@TempDir Path folder) throws IOException {
        broker = Mosquitto.start(folder);
        wire = Proxy.to(broker.port());
        station.put("p-1", "{\"n\":1}");
        machine = MqttProvider.open(new ChannelAccess(broker.uri(), "B-1", null), station, Quick.MANNERS);
    }

    @AfterEach
    void allEnds() throws IOException {
        machine.close();
        wire.close();
        broker.close();
    }

    @Test
    void theDeskHasWhatStandsAndWhatComesOfEveryMachineOfItsBranchAndOfNoOther() {
        try (BranchChannel desk = open();
                Witness others = Witness.at(broker.port())) {
            soon().until(() -> office.up);
            others.say(Message.kept(PAGE, "{\"n\":9}"));
            others.say(Message.kept("kioskguard/B-2/ATM-1/pages/p-8", "{}"));
            others.say(Message.said("kioskguard/B-1/ATM-2/events", "x"));
            others.say(Message.kept("kioskguard/B-1/ATM 3/status", "no name"));
            soon().untilAsserted(() -> {
                assertThat(office.pages).isEqualTo(Map.of("ATM-1/p-1", "{\"n\":1}", "ATM-2/p-9", "{\"n\":9}"));
                assertThat(office.states).isEqualTo(Map.of("ATM-1", "{\"state\":\"here\"}"));
                assertThat(office.events).containsExactly("ATM-2 x");
                assertThat(office.refusals).containsExactly("topic");
            });
            station.put("p-1", null);
            machine.changed();
            soon().until(() -> !office.pages.containsKey("ATM-1/p-1"));
            assertThat(desk.status().state()).isEqualTo(ChannelStatus.State.CONNECTED);
        }
    }

    @Test
    void aDeskThatComesToABrokerOfManyMachinesHearsOfAllAndItsLineStands() {
        try (Witness others = Witness.at(broker.port())) {
            IntStream.range(0, MANY).forEach(n -> others.say(Message.kept("kioskguard/B-1/M-" + n + "/status", "{}")));
            soon().until(() -> others.standing.size() > MANY);
            try (BranchChannel desk = open()) {
                soon().until(() -> office.states.size() > MANY);
                assertThat(office.refusals).isEmpty();
                assertThat(office.connections).isEqualTo(1);
                assertThat(desk.status().state()).isEqualTo(ChannelStatus.State.CONNECTED);
            }
        }
    }

    @Test
    void aCommandReachesItsMachineAndTheAnswerTheDesk() {
        try (BranchChannel desk = open()) {
            soon().until(() -> office.up && office.states.containsKey("ATM-1"));
            desk.command("ATM-1", "token").toCompletableFuture().join();
            soon().untilAsserted(() -> assertThat(office.events).containsExactly("ATM-1 done: token"));
        }
    }

    @Test
    void withoutALineNothingIsSaidAndOnTheNextOneAllIsToldAnew() throws IOException {
        try (BranchChannel desk = open()) {
            soon().until(() -> office.pages.containsKey("ATM-1/p-1"));
            wire.cut();
            soon().until(() -> !office.up);
            assertThat(desk.status().detail()).isNotEmpty();
            assertThatThrownBy(() ->
                            desk.command("ATM-1", "token").toCompletableFuture().join())
                    .hasMessageContaining("no line");
            office.pages.clear();
            wire.mend();
            soon().until(() -> office.connections == 2 && office.pages.containsKey("ATM-1/p-1"));
            assertThat(office.events).isEmpty();
        }
    }

    @Test
    void aMachineThatGoesWithoutAWordIsLostAndABrokerThatForgotEverythingIsNoEnd() throws IOException {
        machine.close();
        try (BranchChannel desk = MqttProvider.open(at(broker.uri()), "one", office, Quick.MANNERS);
                PageChannel behindTheWire = MqttProvider.open(at(wire.uri()), station, Quick.MANNERS)) {
            soon().untilAsserted(() -> assertThat(office.states).containsEntry("ATM-1", "{\"state\":\"here\"}"));
            broker.kill();
            soon().until(() -> !office.up);
            office.pages.clear();
            broker.startAgain();
            soon().until(() -> office.up && office.pages.containsKey("ATM-1/p-1"));
            assertThat(desk.status().state()).isEqualTo(ChannelStatus.State.CONNECTED);
            assertThat(behindTheWire.status().state()).isEqualTo(ChannelStatus.State.CONNECTED);
            wire.cut();
            soon().untilAsserted(() -> assertThat(office.states).containsEntry("ATM-1", "{\"state\":\"gone\"}"));
        }
    }

    private BranchChannel open() {
        return MqttProvider.open(at(wire.uri()), "one", office, Quick.MANNERS);
    }

    private static ChannelAccess at(URI uri) {
        return new ChannelAccess(uri, "B-1", null);
    }
}
