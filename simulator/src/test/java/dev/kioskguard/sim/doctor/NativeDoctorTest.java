package dev.kioskguard.sim.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import dev.kioskguard.sim.doctor.Patient.Told;
import dev.kioskguard.sim.xfs.Fault;
import dev.kioskguard.sim.xfs.NativeBuild;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doctor at a native terminal in each of its states, through the production binding. */
class NativeDoctorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ONLY_330 = 0x1E031E03;
    private static final int WFSVERSION_BYTES = 520;

    private NativeLibrary manager;
    private NativeTerminal terminal;

    /** The production binding asks for the manager by its name alone, so its folder has to be one that is looked in. */
    @BeforeEach
    void open() throws IOException {
        Path library = NativeBuild.library().toAbsolutePath();
        NativeLibrary.addSearchPath("msxfs", library.getParent().toString());
        terminal = NativeTerminal.within(library);
        manager = NativeLibrary.getInstance(library.toString());
    }

    /** The doctor leaves the manager behind its own back, and has to give back whatever it was given. */
    @AfterEach
    void close() {
        if (terminal == null) {
            return;
        }
        Memory version = new Memory(WFSVERSION_BYTES);
        await().atMost(PATIENCE)
                .until(() -> manager.getFunction("WFSStartUp").invokeInt(new Object[] {ONLY_330, version}) == 0);
        assertThat(manager.getFunction("WFSCleanUp").invokeInt(new Object[0])).isZero();
        assertThat(terminal.outstanding())
                .as("results handed out and not freed")
                .isZero();
        terminal.close();
    }

    @Test
    void theManagerAndItsServicesAreNamedAndEachDeviceIsExaminedAsWhatItIs() {
        Told told = Patient.doctor("--device", "xfs:IDCARD1", "xfs:PINPAD1", "xfs:CAMERA1", "xfs:SIU1");

        assertThat(told.code()).as(told.out()).isZero();
        assertThat(told.line("address xfs:IDCARD1"))
                .startsWith("pass")
                .contains("XFS manager 3.30 of 3.00 to 3.30", "description Kiosk Guard: a terminal in software")
                .contains("service IDCARD1 IDC by KIOSKGUARD", "service SIU1 SIU by KIOSKGUARD");
        for (String device : new String[] {
            "IDCARD1 card-reader", "PINPAD1 pin-pad", "CAMERA1 camera", "SIU1 speaker", "SIU1 lights", "SIU1 sensors"
        }) {
            assertThat(told.line("status xfs:" + device)).startsWith("pass").contains("online");
            assertThat(told.line("abilities xfs:" + device)).contains("service 3.30");
            assertThat(told.line("events xfs:" + device)).contains("registered service, user, system, execute");
        }
        assertThat(told.line("abilities xfs:IDCARD1"))
                .contains("fwReadTracks 0x7 (TRACK1 TRACK2 TRACK3)", "fwChipProtocols 0x");
        assertThat(told.line("abilities xfs:PINPAD1")).contains("fwPinFormats 0x", "ISO0");
        assertThat(told.line("abilities xfs:SIU1 sensors")).contains("fwSensors [0] ", "fwGuidLights [0] [1] ");
        assertThat(told.out()).doesNotContain("IDCARD1 pin-pad", "fail  ");
    }

    @Test
    void aDeadReaderFailsAndSaysWhatToDo() {
        terminal.fault(NativeTerminal.CARD_READER, Fault.DEAD);

        Told told = Patient.doctor("--device", "xfs:IDCARD1");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("address")).startsWith("pass");
        assertThat(told.line("status"))
                .startsWith("fail")
                .contains("hardware error", "fwDevice")
                .contains("-> mend the device");
    }

    @Test
    void aServiceThatThereIsNotFailsWithThoseThatThereAre() {
        Told told = Patient.doctor("--device", "xfs:NOSUCH1");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("address xfs:NOSUCH1"))
                .startsWith("fail")
                .contains("no logical service NOSUCH1", "IDCARD1 (IDC)", "-> check the address");
        assertThat(told.out()).doesNotContain("status");
    }
}
