package dev.kioskguard.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.app.config.KioskConfig.Ownership;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigWatchTest {

    private static final Path SHIPPED = Path.of("..", "config", "kiosk.yaml");
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
        assertThat(watch.status()).isEqualTo(new ConfigStatus(START, null));
    }

    /** Each mistake is told with the line on which it stands, its path, and what to write instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "screen-silence: PT2M | screen-silence: 2min | limits.customer.screen-silence | an ISO 8601 duration: PT1.5S",
                "screen-silence: PT2M | screen-silence: PT | limits.customer.screen-silence | an ISO 8601 duration",
                "screen-silence: PT2M | screen-silence: PT1H | limits.customer.screen-silence | from PT30S to PT10M",
                "screen-silence: PT2M | screen-silence: P99999999999999999999D | limits.customer.screen-silence | from PT30S",
                "base: 8470 | base: 80 | ports.base | a whole number from 1024 to 65500",
                "base: 8470 | base: 8470.75 | ports.base | a whole number from 1024 to 65500",
                "base: 8470 | base: '8470' | ports.base | a whole number from 1024 to 65500",
                "ownership: hosted | ownership: shared | ownership | hosted (the guard runs the hardware) or beside",
                "\"96110\" | 96110 | terminal.hotline | a telephone number in quotes",
                "zone: Asia/Shanghai | zone: Asia/Atlantis | terminal.zone | one such as Asia/Shanghai",
                "id: ATM-0001 | id: 'a b' | terminal.id | 1 to 32 letters, digits",
                "folder: content | folder: ../../etc | content.folder | a folder below this one",
                "inbox-events: 1024 | inbox-events: 5 | limits.load.inbox-events | a whole number from 64 to 4096",
                "branch: B-001 | brunch: B-001 | terminal.brunch | is no key of this place",
                "screen-silence: PT2M | held: PT2M | held | uplicate"
            })
    void aMistakeIsToldWithItsLineAndWhatToWrite(String good, String bad, String path, String instead)
            throws Exception {
        assertThat(shipped).as("control").contains(good);
        int line = (int) shipped.substring(0, shipped.indexOf(good) + 1).lines().count();

        List<String> complaints = complaintsAbout(shipped.replace(good, bad));

        assertThat(complaints)
                .anySatisfy(complaint -> assertThat(complaint)
                        .startsWith(file + ":")
                        .contains(path)
                        .contains(instead));
        if (!instead.startsWith("uplicate")) {
            assertThat(complaints).anyMatch(it -> it.startsWith(file + ":" + line + ": "));
        }
    }

    @Test
    void whatIsMissingIsToldWithWhereItBelongs() throws Exception {
        assertThat(complaintsAbout(shipped.replace("  zone: Asia/Shanghai", "  # zone")))
                .singleElement()
                .asString()
                .startsWith(file + ":10: terminal.zone: is missing")
                .contains("write a time zone by its region");
        assertThat(complaintsAbout(shipped.replaceAll("(?m)^  pause: .*$|^    pause: .*$", "")))
                .singleElement()
                .asString()
                .contains("limits.customer.pause: is missing; write an ISO 8601 duration");
        assertThat(complaintsAbout(shipped.replaceAll("(?m)^  pin-pad: .*$", "")))
                .singleElement()
                .asString()
                .contains("devices.pin-pad: is missing; a guard that runs the hardware");
    }

    @Test
    void everyMistakeOfAFileIsToldAtOnce() throws Exception {
        assertThat(complaintsAbout(shipped.replace("base: 8470", "base: 1").replace("held: PT10M", "held: ten")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "- a\n- b\n",
                "just words\n",
                "a: [1\n",
                "\tterminal: x\n",
                "a: !!java.io.File x\n"
            })
    void whatIsNoConfigurationIsRefused(String text) throws Exception {
        assertThat(complaintsAbout(text))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).startsWith(file.toString()));
    }

    @Test
    void placeholdersAndAliasBombsAreNotFollowed() throws Exception {
        assertThat(complaintsAbout(shipped.replace("id: ATM-0001", "id: ${env:HOME}")))
                .isNotEmpty();
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n".repeat(1) + shipped;
        assertThat(complaintsAbout(bomb)).isNotEmpty();
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

    private List<String> complaintsAbout(String text) throws IOException {
        write(text);
        ConfigStatus.Refusal refusal = watch.status().refusal();
        assertThat(refusal).as("refused: " + text).isNotNull();
        return refusal.complaints();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        watch.check();
    }
}
