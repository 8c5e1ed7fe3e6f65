package dev.kioskguard.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigMistakesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T08:00:00Z"));

    @TempDir
    private Path folder;

    private Path file;
    private String shipped;

    @BeforeEach
    void readWhatIsShipped() throws IOException {
        shipped = Files.readString(ConfigWatchTest.SHIPPED);
        file = folder.resolve("kiosk.yaml");
        Files.copy(ConfigWatchTest.SHIPPED.resolveSibling("risk.yaml"), folder.resolve("risk.yaml"));
    }

    /** Control: without a mistake there is nothing to complain about. */
    @Test
    void theShippedFileIsWithoutMistake() throws IOException {
        Files.writeString(file, shipped);
        try (ConfigWatch watch = ConfigWatch.open(file, CLOCK)) {
            assertThat(watch.current().terminal().id()).isEqualTo("ATM-0001");
        }
    }

    /** Each mistake is told with the line on which it stands, its path, and what to write instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "screen-silence: PT2M | screen-silence: 2min | limits.customer.screen-silence | an ISO 8601 duration,"
                        + " such as PT1.5S",
                "screen-silence: PT2M | screen-silence: PT | limits.customer.screen-silence | an ISO 8601 duration",
                "screen-silence: PT2M | screen-silence: PT1H | limits.customer.screen-silence | from PT30S to PT10M",
                "screen-silence: PT2M | screen-silence: P99999999999999999999D | limits.customer.screen-silence | from"
                        + " PT30S",
                "base: 8470 | base: 80 | ports.base | a whole number from 1024 to 65500",
                "base: 8470 | base: 8470.75 | ports.base | a whole number from 1024 to 65500",
                "base: 8470 | base: '8470' | ports.base | a whole number from 1024 to 65500",
                "ownership: hosted | ownership: shared | ownership | hosted (the guard runs the hardware) or beside",
                "\"96110\" | 96110 | terminal.hotline | a telephone number in quotes",
                "zone: Asia/Shanghai | zone: Asia/Atlantis | terminal.zone | one such as Asia/Shanghai",
                "id: ATM-0001 | id: 'a b' | terminal.id | 1 to 32 letters, digits",
                "folder: content | folder: ../../etc | content.folder | a folder below this one",
                "signatures: 1 | second-voice: ../yue | content.second-voice | two or three small letters",
                "inbox-events: 1024 | inbox-events: 5 | limits.load.inbox-events | a whole number from 64 to 4096",
                "turn: 0 | turn: 45 | camera.turn | 0, 90, 180 or 270",
                "masks: [] | masks: [{left: 60, top: 0, width: 41, height: 9}] | camera.masks.0 | come to 100 percent",
                "masks: [] | masks: [{left: 60}] | camera.masks.0.top | is missing",
                "lobby-manager: PT30S | lobby-manager: PT1S | paging.lobby-manager | from PT10S to PT10M",
                "officer: PT90S | hours: [{days: [monday], from: '17:00', to: '08:00'}] | paging.hours.0 | two spans",
                "officer: PT90S | hours: [{days: [Montag], from: '08:00', to: '17:00'}] | paging.hours.0.days.0 | monday",
                "clearance: | 'desk: {listen: 0.0.0.0}\nclearance:' | desk.listen | write desk.name too",
                "clearance: | 'desk: {listen: 1.2.3.456}\nclearance:' | desk.listen | such as 192.168.1.20",
                "clearance: | 'desk: {listen: atm-1}\nclearance:' | desk.listen | an IP address of this machine",
                "officer: PT90S | broker: {uri: 'mqtt://broker:1883'} | paging.broker.uri | mqtts://host:8883",
                "officer: PT90S | broker: {uri: 'mqtts://a@b:8883/x'} | paging.broker.uri | mqtts://host:8883",
                "officer: PT90S | broker: {uri: 'http://broker'} | paging.broker.uri | mqtts://host:port",
                "officer: PT90S | broker: {uri: 'mqtts://broker:8883'} | paging.broker | trust-store and store-password",
                "officer: PT90S | broker: {uri: 'mqtt://127.0.0.1', password: x} | paging.broker.password | is no key",
                "officer: PT90S | webhook: {uri: 'http://bank.example/x', secret: k} | paging.webhook.uri | https://host",
                "officer: PT90S | webhook: {uri: 'https://a@b/x', secret: k} | paging.webhook.uri | https://host/path",
                "officer: PT90S | webhook: {uri: 'https://b/x'} | paging.webhook | secret",
                "officer: PT90S | webhook: {uri: 'https://b/x', secret: k, trust-store: t} | paging.webhook | store-password",
                "officer: PT90S | ways: {officer: [sms]} | paging.ways.officer | desk, broker, webhook, light",
                "officer: PT90S | ways: {officer: [webhook]} | paging.ways.officer | paging.webhook",
                "officer: PT90S | ways: {manager: [desk]} | paging.ways.manager | is no key",
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

    private List<String> complaintsAbout(String text) throws IOException {
        Files.writeString(file, text);
        return catchThrowableOfType(
                        ConfigException.class,
                        () -> ConfigWatch.open(file, CLOCK).close())
                .complaints();
    }
}
