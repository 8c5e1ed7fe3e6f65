package dev.kioskguard.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.mqtt.Papers;
import dev.kioskguard.device.Backoff;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelAccess.Stores;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.Delivery;
import dev.kioskguard.paging.channel.PageChannel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The channel against an address that takes pages, refuses them, says nothing, or is somebody else. */
class WebhookChannelTest {

    private static final byte[] SECRET =
            "a secret of the bank's pager, long enough".getBytes(StandardCharsets.US_ASCII);
    private static final String RAISED = "{\"messageId\":\"m-1\",\"id\":\"p-1\",\"reason\":\"有疑点\"}";
    private static final int TRIES_MAX = 3;
    private static final Manners QUICK = new Manners(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            new Backoff(Duration.ofMillis(5), Duration.ofMillis(20)),
            TRIES_MAX);

    @TempDir
    private Path folder;

    private final PostStation station = new PostStation();
    private Path secret;
    private Pager pager;

    @BeforeEach
    void thePagerListens() throws IOException {
        pager = Pager.inTheClear();
        secret = Files.writeString(
                folder.resolve("webhook.secret"), Base64.getEncoder().encodeToString(SECRET) + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void thePagerEnds() {
        pager.close();
    }

    @Test
    void aPageIsSentOnceAsItStandsSignedAndAtLastThatItIsOver() throws Exception {
        station.put("p-1", RAISED);
        try (PageChannel channel = open(pager.uri(), null, QUICK)) {
            allIsSaid(channel);
            assertThat(pager.posts).containsExactly(new Pager.Post(RAISED, signature(RAISED), "application/json"));
            assertThat(channel.deliveries()).isEqualTo(Map.of("p-1", Delivery.TAKEN));
            channel.changed();
            station.put("p-1", null);
            channel.changed();
            soon().until(() -> pager.posts.size() == 2);
            assertThat(pager.bodies().get(1)).contains("\"state\":\"resolved\"", "\"messageId\":\"p-1-over\"");
            allIsSaid(channel);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 404, 429, 500, 503})
    void whatIsRefusedIsTriedAgainVisiblyAndGivenUpAfterItsTries(int status) {
        pager.answers = status;
        station.put("p-1", RAISED);
        try (PageChannel channel = open(pager.uri(), null, QUICK)) {
            soon().until(() -> pager.posts.size() == TRIES_MAX);
            soon().untilAsserted(() -> assertThat(channel.status().detail()).contains("answers " + status));
            assertThat(channel.status().state()).isEqualTo(ChannelStatus.State.CONNECTING);
            assertThat(channel.status().waiting()).isOne();
            assertThat(channel.deliveries()).isEqualTo(Map.of("p-1", Delivery.FAILED));

            pager.answers = 200;
            station.put("p-1", "{\"state\":\"escalated\"}");
            channel.changed();
            allIsSaid(channel);
            assertThat(pager.posts)
                    .as("tried so often and no oftener, and followed nowhere")
                    .hasSize(TRIES_MAX + 1);
        }
    }

    @Test
    void anAddressThatSaysNothingHoldsUpNobodyForLong() {
        pager.silent = true;
        station.put("p-1", RAISED);
        var hasty = new Manners(Duration.ofSeconds(5), Duration.ofMillis(50), QUICK.backoff(), TRIES_MAX);
        try (PageChannel channel = open(pager.uri(), null, hasty)) {
            soon().untilAsserted(() -> assertThat(channel.status().detail()).contains("in time"));
            assertThat(channel.deliveries()).isEqualTo(Map.of("p-1", Delivery.FAILED));
            pager.silent = false;
        }
    }

    @Test
    void afterAnOutageEverythingThatStandsIsSaid() throws IOException {
        URI nowhere = pager.uri();
        pager.close();
        for (int i = 0; i < 20; i++) {
            station.put("p-" + i, "{\"n\":" + i + "}");
        }
        var patient = new Manners(QUICK.connect(), QUICK.answer(), QUICK.backoff(), Integer.MAX_VALUE);
        try (PageChannel channel = open(nowhere, null, patient)) {
            soon().untilAsserted(() -> assertThat(channel.status().detail()).contains("cannot be reached"));
            assertThat(channel.status().waiting()).isEqualTo(20);
        }
        pager = Pager.inTheClear();
        try (PageChannel channel = open(pager.uri(), null, patient)) {
            allIsSaid(channel);
            assertThat(pager.bodies()).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void onlyWhoeverTheTrustStoreVouchesForIsToldAnything() throws Exception {
        Papers papers = Papers.make(folder.resolve("papers"));
        Papers others = Papers.make(folder.resolve("others"));
        station.put("p-1", RAISED);
        try (Pager secure = Pager.secure(tls(papers))) {
            try (PageChannel channel = open(secure.uri(), others.ofNobody(), QUICK)) {
                soon().untilAsserted(() -> assertThat(channel.status().detail()).contains("certificates"));
            }
            try (PageChannel channel = open(secure.uri(), null, QUICK)) {
                soon().untilAsserted(() -> assertThat(channel.status().detail()).contains("certificates"));
            }
            assertThat(secure.posts).isEmpty();
            try (PageChannel channel = open(secure.uri(), papers.ofNobody(), QUICK)) {
                allIsSaid(channel);
                assertThat(secure.posts).as("control").hasSize(1);
            }
        }
    }

    @Test
    void withoutASecretThatIsOneNoWayIsOpened() throws IOException {
        assertThatThrownBy(() -> new WebhookProvider().open(new ChannelAccess(pager.uri(), "B-1", null), station))
                .hasMessageContaining("secret");
        Files.writeString(secret, "short");
        assertThatThrownBy(() -> open(pager.uri(), null, QUICK)).hasMessageContaining("openssl rand");
    }

    private PageChannel open(URI uri, @Nullable Stores stores, Manners manners) {
        return WebhookProvider.open(new ChannelAccess(uri, "B-1", stores, secret), station, manners);
    }

    private static String signature(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static SSLContext tls(Papers papers) throws Exception {
        Stores stores = papers.ofListener();
        char[] password = Files.readString(stores.password()).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(stores.key())) {
            store.load(in, password);
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        return tls;
    }

    private static void allIsSaid(PageChannel channel) {
        soon().untilAsserted(() ->
                assertThat(channel.status()).isEqualTo(new ChannelStatus(ChannelStatus.State.CONNECTED, "", 0)));
    }

    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(60));
    }
}
