package dev.kioskguard.adapter.mqtt;

import static dev.kioskguard.adapter.mqtt.Quick.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelAccess.Stores;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.sim.broker.Mosquitto;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A broker that asks for certificates, and one that shows the wrong one. */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class CertificatesTest {

    private final PlainStation station = new PlainStation();

    @TempDir
    private Path folder;

    @Test
    void whoeverTheAuthorityKnowsGetsThroughAndNobodyElse() throws Exception {
        Papers papers = Papers.make(folder.resolve("bank"));
        Papers strangers = Papers.make(folder.resolve("strangers"));
        station.put("p-1", "{}");
        try (Mosquitto broker = papers.broker(folder)) {
            try (PageChannel channel = open(broker.uri(), papers.of("ATM-1"))) {
                soon().untilAsserted(() -> assertThat(channel.status())
                        .isEqualTo(new ChannelStatus(ChannelStatus.State.CONNECTED, "", 0)));
            }
            assertThat(station.refusals).as("control").isEmpty();

            refused(broker.uri(), strangers.of("ATM-1"));
            refused(broker.uri(), papers.ofNobody());
            refused(URI.create("mqtts://localhost:" + broker.port()), papers.of("ATM-1"));
        }
    }

    /** Neither goes through: who does not trust the broker, and whom the broker does not trust. */
    private void refused(URI uri, Stores stores) {
        station.refusals.clear();
        try (PageChannel channel = open(uri, stores)) {
            soon().untilAsserted(() -> assertThat(station.refusals).contains("certificate"));
            assertThat(channel.status().state()).isEqualTo(ChannelStatus.State.CONNECTING);
            assertThat(channel.status().detail()).contains("certificates");
            assertThat(channel.status().waiting()).isEqualTo(1);
        }
    }

    @Test
    void storesThatCannotBeUsedAreToldAtOnceByTheirName() throws Exception {
        Papers papers = Papers.make(folder.resolve("bank"));
        Stores good = papers.of("ATM-1");
        Path wrong = Files.writeString(folder.resolve("wrong"), "wrong\n");
        Path none = folder.resolve("none.p12");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Certificates.of(new Stores(none, null, good.password())))
                .withMessageContaining("none.p12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Certificates.of(new Stores(good.trust(), null, wrong)))
                .withMessageContaining("trust.p12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Certificates.of(new Stores(good.key(), null, good.password())))
                .withMessageContaining("keytool -importcert");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MqttProvider.open(
                        new ChannelAccess(URI.create("mqtts://127.0.0.1"), "B-1", null), station, Quick.MANNERS))
                .withMessageContaining("trust-store");
        assertThat(Certificates.of(good)).as("control").isNotNull();
    }

    private PageChannel open(URI uri, Stores stores) {
        return MqttProvider.open(new ChannelAccess(uri, "B-1", stores), station, Quick.MANNERS);
    }
}
