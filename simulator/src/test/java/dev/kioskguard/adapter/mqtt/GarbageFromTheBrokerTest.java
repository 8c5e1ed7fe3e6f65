package dev.kioskguard.adapter.mqtt;

import static dev.kioskguard.adapter.mqtt.Quick.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Backoff;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.sim.broker.Mosquitto;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class GarbageFromTheBrokerTest {

    private static final int ANSWERS = 100;
    private static final int ANSWER_BYTES_MAX = 300;

    private static final Manners IMPATIENT = new Manners(
            Quick.MANNERS.keepAlive(),
            Quick.MANNERS.connect(),
            Quick.MANNERS.session(),
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)));

    private final PlainStation station = new PlainStation();

    @TempDir
    private Path folder;

    /** What listens there answers with chance, and then a real broker takes its place: nothing has been lost. */
    @Test
    void chanceIsRefusedAndTheChannelGoesOnOnceABrokerIsThere() throws Exception {
        station.put("p-1", "{}");
        int port;
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = door.getLocalPort();
            try (PageChannel channel = open(port)) {
                var random = new Random(5);
                for (int i = 0; i < ANSWERS; i++) {
                    answer(door, random);
                }
                assertThat(station.refusals).contains("garbage");
                assertThat(channel.status().waiting()).isEqualTo(1);
            }
        }
        try (Mosquitto broker = Mosquitto.start(folder);
                PageChannel channel = open(broker.port())) {
            soon().untilAsserted(() ->
                    assertThat(channel.status()).isEqualTo(new ChannelStatus(ChannelStatus.State.CONNECTED, "", 0)));
        }
    }

    private static void answer(ServerSocket door, Random random) throws IOException {
        try (Socket caller = door.accept()) {
            byte[] garbage = new byte[random.nextInt(1, ANSWER_BYTES_MAX)];
            random.nextBytes(garbage);
            if (random.nextBoolean()) {
                garbage[0] = 0x20; // as a CONNACK begins
            }
            assertThat(caller.getInputStream().read())
                    .as("a CONNECT comes first")
                    .isEqualTo(0x10);
            caller.getOutputStream().write(garbage);
        }
    }

    /** More than a page may have: the broker is told so at the beginning, and does not send it. */
    @Test
    void whatIsTooLargeDoesNotComeInAndDoesNoHarm() throws Exception {
        station.put("p-1", "{}");
        try (Mosquitto broker = Mosquitto.start(folder);
                PageChannel channel = open(broker.port());
                Witness stranger = Witness.at(broker.port())) {
            soon().until(() -> stranger.standing.containsKey("kioskguard/B-1/ATM-1/pages/p-1"));
            stranger.say(Message.kept("kioskguard/B-1/ATM-1/pages/large", "x".repeat(2 * Message.BYTES_MAX)));
            for (int i = 0; i < 200; i++) {
                stranger.say(Message.said("kioskguard/B-1/ATM-1/pages/p-" + i, "\u0000{\"<script>"));
            }
            station.put("p-2", "{}");
            channel.changed();
            soon().untilAsserted(() -> assertThat(stranger.standing)
                    .containsEntry("kioskguard/B-1/ATM-1/pages/p-1", "{}")
                    .containsEntry("kioskguard/B-1/ATM-1/pages/p-2", "{}"));
            assertThat(station.refusals).as("of all that").containsOnly("page");
        }
    }

    private PageChannel open(int port) {
        return MqttProvider.open(
                new ChannelAccess(URI.create("mqtt://127.0.0.1:" + port), "B-1", null), station, IMPATIENT);
    }
}
