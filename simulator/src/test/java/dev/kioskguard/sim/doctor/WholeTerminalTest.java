package dev.kioskguard.sim.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.embed.EmbeddedGuard;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.sim.doctor.Patient.Told;
import dev.kioskguard.sim.example.BesideConfig;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor goes through everything that the configuration names. */
class WholeTerminalTest {

    private final Patient patient = new Patient();

    @TempDir
    Path folder;

    @BeforeEach
    void configure() {
        BesideConfig.of(config(), patient.port());
    }

    @AfterEach
    void close() {
        patient.close();
    }

    private Path config() {
        return folder.resolve("config");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void edit(UnaryOperator<String> change) {
        BesideConfig.edit(config(), change);
    }

    private Told doctor(String... more) {
        return Patient.doctor(
                Stream.concat(Stream.of("--config", config().toString(), "--data", data().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private EmbeddedGuard guard() {
        return EmbeddedGuard.start(config(), data(), last -> Time.wall(InstantSource.system()));
    }

    @Test
    void everyNamedDeviceAndEveryWayToPeopleHasItsLine() {
        Told told = doctor();

        assertThat(told.line("config")).startsWith("pass").contains("ATM-0001", "B-001");
        assertThat(told.line("content")).startsWith("pass").contains("from the folder");
        assertThat(told.line("voices")).contains("clips");
        assertThat(told.line("disk")).contains("MB free");
        assertThat(told.line("data")).startsWith("warn").contains("made at the first start");
        assertThat(told.line("clock")).contains("in Asia/Shanghai");
        for (String device : new String[] {"card-reader", "pin-pad", "camera", "speaker", "lights", "sensors"}) {
            assertThat(told.line("status " + device)).startsWith("pass");
        }
        assertThat(told.line("keypad-view camera")).startsWith("warn").contains("mask it in camera.masks");
        assertThat(told.line("desk")).startsWith("pass").contains("answered its test page");
        assertThat(told.line("staff")).startsWith("warn").contains("0 on the roll");
        assertThat(told.line("drill")).startsWith("warn").contains("-> hold a drill");
        assertThat(Files.exists(data())).as("nothing is made by looking").isFalse();
    }

    @Test
    void aMaskOverTheKeypadIsTold() {
        edit(text -> text.replace("masks: []", "masks: [{left: 30, top: 85, width: 40, height: 15}]"));

        assertThat(doctor().line("keypad-view camera")).startsWith("pass").contains("left 30 top 85");
    }

    @Test
    void withoutASpeakerATerminalIsNotFitAndWithoutACameraItIs() {
        edit(text -> text.replaceAll("(?m)^  (speaker|camera): xfs4iot.*\n", ""));

        Told told = doctor();

        assertThat(told.line("address speaker")).startsWith("fail").contains("devices.speaker");
        assertThat(told.line("address camera")).startsWith("warn").contains("not configured");
    }

    @Test
    void aDeviceAtTheAddressOfAnotherKindIsFound() {
        edit(text -> text.replace("v1.0/PinPad", "v1.0/Lights"));

        assertThat(doctor().line("address pin-pad")).startsWith("fail").contains("no pin-pad there");
    }

    @Test
    void whereNobodyListensEachDeviceIsToldWithItsAddress() {
        patient.unplug();

        Told told = doctor();

        assertThat(told.line("address card-reader"))
                .startsWith("fail")
                .contains(patient.address("CardReader") + ": look failed", "connection refused");
        assertThat(told.line("desk")).startsWith("pass");
    }

    @Test
    void aMistakeInTheConfigurationIsToldWithItsLineAndNothingIsGuessed() {
        edit(text -> text.replace("screen-silence: PT2M", "screen-silence: PT2H"));

        Told told = doctor();

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("config"))
                .startsWith("fail")
                .contains("kiosk.yaml:")
                .contains("screen-silence");
        assertThat(told.out()).doesNotContain("status ");
    }

    @Test
    void aGuardAtWorkIsAskedHowItIs() {
        try (var guard = guard()) {
            patient.terminal().fault(TerminalDevice.SPEAKER, Fault.MUTE, Optional.empty());

            Told told = doctor();

            assertThat(told.line("data")).startsWith("pass").contains("a guard is at work");
            assertThat(told.line("guard")).startsWith("fail").contains("runs, refusing");
            assertThat(told.line("desk")).startsWith("pass").contains("answers");
            assertThat(told.line("journal")).startsWith("pass").contains("a whole chain");
            assertThat(guard.requests()).isEmpty();
        }
    }

    @Test
    void whatAGuardLeftBehindIsExamined() throws IOException {
        guard().close();
        Path key = data().resolve("journal.key");
        assertThat(doctor().line("keys")).startsWith("pass");
        assertThat(doctor().line("guard")).startsWith("pass").contains("not running");
        assertThat(doctor().line("staff")).startsWith("warn").contains("1 on the roll, 0 with a PIN of their own");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        Told told = doctor();
        assertThat(told.line("keys")).startsWith("fail").contains("journal.key", "chmod 600");
        assertThat(told.code()).isEqualTo(1);
    }

    @Test
    void aDeskWhosePortIsTakenIsNotReached() throws IOException {
        try (var squatter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            edit(text -> text.replaceAll("base: [0-9]+", "base: " + (squatter.getLocalPort() - 1)));

            assertThat(doctor().line("desk")).startsWith("fail").contains("cannot be used");
        }
    }

    @Test
    void aBrokerThatIsNotThereIsTold() {
        int nobody = BesideConfig.freePort();
        edit(text -> text.replace(
                "  officer: PT90S", "  broker: {uri: \"mqtt://127.0.0.1:%d\"}%n  officer: PT90S".formatted(nobody)));

        assertThat(doctor().line("broker")).startsWith("fail").contains("-> check paging.broker");
    }
}
