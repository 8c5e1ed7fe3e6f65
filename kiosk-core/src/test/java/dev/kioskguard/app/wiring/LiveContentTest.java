package dev.kioskguard.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.sqlite.JournalReader;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.content.signed.PackInstaller;
import dev.kioskguard.content.signed.PackSigner;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.vision.NothingToSee;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running guard and packs that come and go. */
class LiveContentTest {

    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
    private static final Duration IN_TIME = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path temp;

    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private Path config;
    private Path data;
    private String ofTheFolder;

    @BeforeEach
    void makeATerminal() throws IOException {
        config = Files.createDirectory(temp.resolve("config"));
        data = temp.resolve("data");
        Path folder = ShippedContent.copyTo(config.resolve("content"));
        ofTheFolder = ContentPacks.read(folder).version();
        String shipped = Files.readString(Path.of("..", "config", "kiosk.yaml"));
        Files.writeString(
                config.resolve("kiosk.yaml"),
                shipped.substring(0, shipped.indexOf("\ncontent:"))
                                .replace("ownership: hosted", "ownership: beside")
                                .replaceAll("(?m)^devices:\n(  .*\n)*", "devices: {}\n")
                        + "\ncontent: {folder: content, trust: [content.pub]}\n");
        Files.copy(Path.of("..", "config", "risk.yaml"), config.resolve("risk.yaml"));
        Files.writeString(config.resolve("content.pub"), key.publicKeys().json());
    }

    @Test
    void aPackIsTakenWhenNobodyIsThereAndIsInTheJournal() throws Exception {
        String version;
        try (DataDirectory directory = DataDirectory.open(data);
                RunningGuard guard = start(directory)) {
            assertThat(health(guard).path("content").asString()).isEqualTo(ofTheFolder);
            visit(guard, true);
            version = install(1, null);
            await().atMost(IN_TIME)
                    .until(() -> health(guard).path("contentPack").has("waiting"));
            assertThat(health(guard).path("content").asString()).isEqualTo(ofTheFolder);
            assertThat(idle(guard)).doesNotContain("新的欢迎词");
            assertThat(lobby(guard, "led.txt")).doesNotContain("新的标语");
            assertThat(lobby(guard, "signs/romance.svg")).doesNotContain("A new heart");

            visit(guard, false);
            await().atMost(IN_TIME)
                    .until(() -> health(guard).path("content").asString().equals(version));
            assertThat(idle(guard)).contains("新的欢迎词");
            assertThat(lobby(guard, "led.txt")).contains("新的标语");
            assertThat(lobby(guard, "signs/romance.svg")).contains("A new heart");
            JsonNode pack = health(guard).path("contentPack");
            assertThat(pack.path("source").asString()).isEqualTo("installed");
            assertThat(pack.path("signers").get(0).asString()).isEqualTo(key.id());
            assertThat(pack.has("refused") || pack.has("waiting")).isFalse();
        }
        assertThat(policies()).containsExactly(ofTheFolder, version);
    }

    @Test
    void aPackThatRunsOutGivesWayToTheFolderAndHealthSaysSo() throws Exception {
        String version = install(1, NOON.plusSeconds(3600));
        try (DataDirectory directory = DataDirectory.open(data);
                RunningGuard guard = start(directory)) {
            assertThat(health(guard).path("content").asString()).isEqualTo(version);
            now.set(NOON.plusSeconds(3600));
            await().atMost(IN_TIME)
                    .until(() -> health(guard).path("content").asString().equals(ofTheFolder));
            assertThat(health(guard).at("/contentPack/refused/0").asString()).contains("was valid until");
            assertThat(health(guard).path("status").asString()).isNotEqualTo("ok");
        }
    }

    @Test
    void aDamagedPackGivesWayToTheLastGoodOneAtTheStart() throws Exception {
        String first = install(1, null);
        install(2, null);
        JsonNode log = JSON.readTree(Files.readString(data.resolve("content").resolve("current")));
        Path second = data.resolve("content")
                .resolve("packs")
                .resolve(log.at("/kept/0").asString());
        Files.writeString(second.resolve("files").resolve("terms.yaml"), "x: y");
        try (DataDirectory directory = DataDirectory.open(data);
                RunningGuard guard = start(directory)) {
            assertThat(health(guard).path("content").asString()).isEqualTo(first);
            assertThat(health(guard).at("/contentPack/refused/0").asString())
                    .contains("is damaged", "install it again");
        }
    }

    private RunningGuard start(DataDirectory directory) {
        var watch = ConfigWatch.open(config.resolve("kiosk.yaml"), InstantSource.system());
        var around = new GuardSetup.Around(
                new SplittableRandom(1),
                new NothingToSee("no camera here"),
                watch.current().machine().devices(),
                List.of(),
                0);
        return RunningGuard.start(new GuardSetup(
                watch, directory, ContentInUse.of(config, watch.current(), data), last -> Time.wall(now::get), around));
    }

    private void visit(RunningGuard guard, boolean begins) {
        guard.guard()
                .offer(at -> begins
                        ? new GuardEvent.VisitBegan(
                                at, new Visit("s-1", "token", "6222****1", "zh-CN", Visit.Mode.GUARD, Set.of(), at))
                        : new GuardEvent.VisitEnded(at, "s-1"))
                .toCompletableFuture()
                .join();
    }

    private String install(long sequence, @Nullable Instant until) throws IOException {
        Path content = ShippedContent.copyTo(temp.resolve("content-" + sequence));
        Path script = content.resolve("script.yaml");
        Files.writeString(
                script, Files.readString(script).replaceFirst("version: .*", "version: \"9." + sequence + '"'));
        ShippedContent.edit(content.resolve("screens").resolve("notices.yaml"), "请插入银行卡", "新的欢迎词");
        ShippedContent.edit(content.resolve("slogans.yaml"), "越催得急，越要慢一点", "新的标语");
        ShippedContent.edit(content.resolve("signs").resolve("romance.svg"), "A heart", "A new heart");
        Path pack = temp.resolve(sequence + ".kgpack");
        new PackSigner(key).sign(content, new PackSigner.Terms(sequence, NOON, NOON, until, List.of()), pack);
        try (var watch = ConfigWatch.open(config.resolve("kiosk.yaml"), InstantSource.system())) {
            return new PackInstaller(data)
                    .install(pack, ContentInUse.admission(config, watch.current()), NOON, false)
                    .content()
                    .version();
        }
    }

    private JsonNode health(RunningGuard guard) throws IOException, InterruptedException {
        return JSON.readTree(get(guard.uri().resolve("/api/health"), "api.token"));
    }

    private String idle(RunningGuard guard) throws IOException, InterruptedException {
        return get(guard.uri().resolve("/screen/state"), "screen.token");
    }

    private String lobby(RunningGuard guard, String what) throws IOException, InterruptedException {
        return get(guard.deskUri().resolve("/lobby/" + what), "api.token");
    }

    private String get(URI uri, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(data.resolve(token)).strip())
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private List<String> policies() {
        List<String> packs = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(data.resolve(SqliteJournal.FILE))) {
            for (Line line : reader.all()) {
                if (line.fields().kind().equals("Policy")) {
                    packs.add(line.fields().open().path("pack").asString());
                }
            }
        }
        return packs;
    }
}
