package dev.kioskguard.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.app.config.KioskConfig.Ownership;
import dev.kioskguard.vision.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigWatchTest {

    static final Path SHIPPED = Path.of("..", "config", "kiosk.yaml");
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    private Path folder;

    private Path file;
    private String shipped;
    private Instant now = START;
    private final InstantSource clock = () -> now;
    private ConfigWatch watch;

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        shipped = Files.readString(SHIPPED);
        file = folder.resolve("kiosk.yaml");
        Files.writeString(file, shipped);
        Files.copy(SHIPPED.resolveSibling("risk.yaml"), folder.resolve("risk.yaml"));
        watch = ConfigWatch.open(file, clock);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void theShippedFileSaysWhatTheDesignSays() {
        KioskConfig config = watch.current();

        assertThat(config.terminal().id()).isEqualTo("ATM-0001");
        assertThat(config.terminal().branchName()).isEqualTo("示范支行");
        assertThat(config.terminal().hotline()).isEqualTo("96110");
        assertThat(config.terminal().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(config.machine().ownership()).isEqualTo(Ownership.HOSTED);
        assertThat(config.machine().ports().base()).isEqualTo(8470);
        assertThat(config.machine().ports().desk()).isEqualTo(8471);
        assertThat(config.machine().devices().cardReader())
                .hasValueSatisfying(address -> assertThat(address.scheme()).isEqualTo("xfs4iot"));
        assertThat(config.limits().customer())
                .isEqualTo(new Limits.Customer(
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(1500),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10)));
        assertThat(config.limits().watch()).isEqualTo(new Limits.Watch(Duration.ofSeconds(10), Duration.ofSeconds(5)));
        assertThat(config.limits().memory()).isEqualTo(new Limits.Memory(Duration.ofHours(24), Duration.ofDays(180)));
        assertThat(config.clearance().life()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.camera()).isEqualTo(View.WHOLE);
        assertThat(watch.status()).isEqualTo(new ConfigStatus(START, null));
    }

    @Test
    void aCameraIsTurnedCutAndMaskedAsTheFileSays() throws IOException {
        Files.writeString(
                file,
                shipped.replace("turn: 0", "turn: 270")
                        .replace(
                                "{left: 0, top: 0, width: 100, height: 100}",
                                "{left: 5, top: 0, width: 90, height: 80}")
                        .replace("masks: []", "masks: [{left: 30, top: 85, width: 40, height: 15}]"));
        try (ConfigWatch hung = ConfigWatch.open(file, clock)) {
            assertThat(hung.current().camera())
                    .isEqualTo(new View(
                            View.Turn.LEFT, new View.Region(5, 0, 90, 80), List.of(new View.Region(30, 85, 40, 15))));
        }
    }

    @Test
    void aChangeCountsOnceItIsGoodAndListenersHearOfIt() throws Exception {
        List<KioskConfig> heard = new ArrayList<>();
        watch.onChange(heard::add);
        now = START.plusSeconds(60);

        write(shipped.replace("held: PT10M", "held: PT12M"));

        assertThat(watch.current().limits().customer().held()).isEqualTo(Duration.ofMinutes(12));
        assertThat(heard).containsExactly(watch.current());
        assertThat(watch.status()).isEqualTo(new ConfigStatus(now, null));
    }

    @Test
    void aBrokenFileLeavesTheLastGoodOneInForceUntilItIsMended() throws Exception {
        KioskConfig good = watch.current();
        now = START.plusSeconds(60);

        write(shipped.replace("held: PT10M", "held: soon"));

        assertThat(watch.current()).isSameAs(good);
        assertThat(watch.status().goodSince()).isEqualTo(START);
        assertThat(watch.status().refusal()).isNotNull().satisfies(refusal -> {
            assertThat(refusal.at()).isEqualTo(now);
            assertThat(refusal.complaints()).singleElement().asString().contains("limits.customer.held");
        });

        write(shipped);

        assertThat(watch.status().refusal()).isNull();
    }

    @Test
    void aFileThatGoesAwayIsReportedAndWelcomeBack() throws Exception {
        Files.delete(file);
        watch.check();
        assertThat(watch.status().refusal()).isNotNull();

        write(shipped);
        assertThat(watch.status().refusal()).isNull();
        assertThat(watch.current().terminal().id()).isEqualTo("ATM-0001");
    }

    @Test
    void aChangeOfTheSameLengthAndTimeIsSeen() throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, shipped.replace("held: PT10M", "held: PT11M"));
        Files.setLastModifiedTime(file, time);

        watch.check();

        assertThat(watch.current().limits().customer().held()).isEqualTo(Duration.ofMinutes(11));
    }

    @ParameterizedTest
    @CsvSource({
        "id: ATM-0001,id: ATM-0002,terminal",
        "base: 8470,base: 9470,ports",
        "ownership: hosted,ownership: beside,ownership",
        "5846/xfs4iot/v1.0/Lights,5847/xfs4iot/v1.0/Lights,devices",
        "event-streams: 8,event-streams: 9,limits.load"
    })
    void whatCannotChangeWhileRunningSaysSo(String from, String to, String path) throws Exception {
        KioskConfig good = watch.current();

        write(shipped.replace(from, to));

        assertThat(watch.current()).isSameAs(good);
        assertThat(watch.status().refusal())
                .isNotNull()
                .satisfies(refusal -> assertThat(refusal.complaints())
                        .singleElement()
                        .asString()
                        .contains(path + ": cannot change while the guard runs", "restart"));
    }

    @Test
    void theFileIsLookedAtByItself() throws Exception {
        watch.every(Duration.ofMillis(20));

        Files.writeString(file, shipped.replace("held: PT10M", "held: PT13M"));

        await().until(() -> watch.current().limits().customer().held().equals(Duration.ofMinutes(13)));
    }

    @Test
    void aListenerThatFailsKeepsNobodyFromHearingAndIsToldAgain() throws Exception {
        var failing = new AtomicBoolean(true);
        List<Duration> first = new ArrayList<>();
        List<Duration> second = new ArrayList<>();
        watch.onChange(config -> {
            if (failing.get()) {
                throw new IllegalStateException("the journal is full");
            }
            first.add(config.limits().customer().held());
        });
        watch.onChange(config -> second.add(config.limits().customer().held()));

        write(shipped.replace("held: PT10M", "held: PT12M"));

        assertThat(second).containsExactly(Duration.ofMinutes(12));
        assertThat(watch.status().unheeded()).contains("the journal is full");
        assertThat(watch.status().refusal()).as("the file is good").isNull();

        failing.set(false);
        watch.check();

        assertThat(first).containsExactly(Duration.ofMinutes(12));
        assertThat(second).as("told once").hasSize(1);
        assertThat(watch.status().unheeded()).isNull();
    }

    @Test
    void aListenerThatFailsDoesNotEndTheLooking() throws Exception {
        watch.onChange(config -> {
            throw new IllegalStateException("never well");
        });
        watch.every(Duration.ofMillis(20));
        Files.writeString(file, shipped.replace("held: PT10M", "held: PT13M"));
        await().until(() -> watch.status().unheeded() != null);

        Files.writeString(file, shipped.replace("held: PT10M", "held: PT14M"));

        await().until(() -> watch.current().limits().customer().held().equals(Duration.ofMinutes(14)));
    }

    @Test
    void theCardsTrackIsNotGivenToTheApplicationUnlessTheFileSaysSo() throws Exception {
        assertThat(watch.current().application().cardTrack()).as("as shipped").isFalse();

        write(shipped.replace("card-track: false", "card-track: true"));
        assertThat(watch.current().application().cardTrack())
                .as("counts at once")
                .isTrue();

        write(shipped.replaceAll("(?m)^(application:|  card-track:.*)$", ""));
        assertThat(watch.status().refusal()).as("may be left out").isNull();
        assertThat(watch.current().application().cardTrack()).isFalse();
    }

    @Test
    void withoutAGoodFileNothingStarts() throws Exception {
        Files.writeString(file, "terminal: none\n");

        assertThatThrownBy(() -> ConfigWatch.open(file, clock)).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> ConfigWatch.open(folder.resolve("absent.yaml"), clock))
                .hasMessageContaining("cannot be read");
    }

    /** However a file is damaged, the guard keeps what it had or takes what is good; it never falls over. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStormOfDamagedFilesNeverHurts(long seed) throws Exception {
        var chance = new SplittableRandom(seed);
        int refused = 0;
        for (int round = 0; round < 60; round++) {
            byte[] bytes = shipped.getBytes(StandardCharsets.UTF_8);
            for (int hit = 0; hit < 3; hit++) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            }
            Files.write(file, bytes);
            watch.check();
            refused += watch.status().refusal() == null ? 0 : 1;
            assertThat(watch.current().terminal().zone()).isNotNull();
        }
        assertThat(refused).as("the storm does damage").isPositive();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        watch.check();
    }
}
