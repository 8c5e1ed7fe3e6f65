package dev.kioskguard.sim.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.sim.doctor.Patient.Told;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doctor at the software terminal in each of its states, through the production adapter. */
class DoctorTest {

    private final Patient patient = new Patient();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        patient.close();
    }

    private void broken(TerminalDevice device, Fault fault) {
        patient.terminal().fault(device, fault, Optional.empty());
    }

    @Test
    void aPublisherStandsForEveryDeviceItHas() {
        Told told = Patient.doctor("--device", patient.address());

        assertThat(told.code()).as(told.out()).isZero();
        for (String device : new String[] {"card-reader", "pin-pad", "camera", "speaker", "lights", "sensors"}) {
            assertThat(told.line("status " + patient.address() + " " + device))
                    .startsWith("pass")
                    .contains("online");
        }
        assertThat(told.line("abilities " + patient.address() + " card-reader")).contains("ReadRawData", "KG-0001");
        assertThat(told.line("speaker")).startsWith("pass");
        assertThat(told.line("camera-angle")).startsWith("warn").contains("opencv:");
        assertThat(told.out()).endsWith("0 failed\n").contains("\nfit: ");
    }

    @Test
    void aDeadReaderFailsAndSaysWhatToDo() {
        broken(TerminalDevice.CARD_READER, Fault.DEAD);

        Told told = Patient.doctor("--device", patient.address("CardReader"));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("status"))
                .startsWith("fail")
                .contains("hardware error")
                .contains("-> mend the device");
        assertThat(told.out()).contains("not fit: ");
    }

    @Test
    void aMutedSpeakerFailsThoughItIsOnline() {
        broken(TerminalDevice.SPEAKER, Fault.MUTE);

        Told told = Patient.doctor("--device", patient.address("Auxiliaries"));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("status")).startsWith("pass");
        assertThat(told.line("speaker")).startsWith("fail").contains("-> unmute");
    }

    @Test
    void aCameraThatIsGoneFailsAtItsAddressAndNothingElseIsSaidOfIt() {
        broken(TerminalDevice.CAMERA, Fault.LOST);

        Told told = Patient.doctor("--device", patient.address("Camera"), patient.address("Lights"));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("address " + patient.address("Camera")))
                .startsWith("fail")
                .contains("-> check the address");
        assertThat(told.out()).doesNotContain("status " + patient.address("Camera"));
        assertThat(told.line("status " + patient.address("Lights"))).startsWith("pass");
    }

    @Test
    void anAddressWhereNoServiceIsFailsWithWhatToDo() {
        Told told = Patient.doctor("--device", patient.address("NoSuchDevice"));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("address")).startsWith("fail").contains("->");
    }

    @Test
    void whereNobodyListensTheDoctorSaysSoAndEnds() {
        patient.unplug();

        Told told = Patient.doctor("--device", patient.address());

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("address")).startsWith("fail").contains("connection refused");
    }

    @Test
    void aTechnologyThatIsNotInstalledIsNamedWithThoseThatAre() {
        Told told = Patient.doctor("--device", "nothing:of-the-kind");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("address")).contains("no adapter", "xfs4iot");
    }

    @Test
    void whatIsNoAddressIsRefusedBeforeAnythingIsExamined() {
        Told told = Patient.doctor("--device", "reader");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).contains("write SCHEME:PLACE");
    }

    @Test
    void asJsonEachCheckHasTheSameFieldsAndNothingElseIsPrinted() {
        broken(TerminalDevice.SPEAKER, Fault.MUTE);

        JsonNode told = JsonMapper.shared()
                .readTree(
                        Patient.doctor("--json", "--device", patient.address()).out());

        assertThat(told.propertyNames())
                .containsExactly(
                        "terminal",
                        "branch",
                        "at",
                        "version",
                        "machine",
                        "fit",
                        "pass",
                        "warn",
                        "fail",
                        "checks",
                        "facts");
        assertThat(told.path("fit").asBoolean(true)).isFalse();
        assertThat(told.path("fail").asInt()).isEqualTo(1);
        assertThat(told.path("checks")).isNotEmpty().allSatisfy(check -> {
            assertThat(check.propertyNames()).containsExactly("check", "place", "grade", "seen", "todo");
            boolean passed = check.path("grade").asString("").equals("pass");
            assertThat(check.path("todo").isEmpty()).as(check.toString()).isEqualTo(passed);
        });
        assertThat(told.path("facts")).anySatisfy(fact -> {
            assertThat(fact.path("kind").asString("")).isEqualTo("model");
            assertThat(fact.path("name").asString("")).endsWith("card-reader serial number");
            assertThat(fact.path("value").asString("")).isEqualTo("KG-0001");
        });
    }

    @Test
    void aSheetThatCannotBeWrittenIsSaidBeforeAnythingIsExamined() {
        Path nowhere = folder.resolve("not there").resolve("sheet.html");

        for (Path sheet : List.of(nowhere, folder)) {
            Told told = Patient.doctor("--device", patient.address(), "--sheet", sheet.toString());

            assertThat(told.code()).isEqualTo(1);
            assertThat(told.err()).contains("the sheet " + sheet + " cannot be written: ");
            assertThat(told.out()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theSheetHasEachCheckAndRoomToSign() throws IOException {
        broken(TerminalDevice.SPEAKER, Fault.MUTE);
        Path sheet = folder.resolve("sheet.html");

        Told told = Patient.doctor(
                "--device", patient.address(), "--sheet", sheet.toString(), "--present", "王工 <wang@bank>");

        assertThat(told.code()).isEqualTo(1);
        assertThat(Files.readString(sheet))
                .contains("终端验收单", "不合格", "扬声器", "取消静音", "现场工程师", "签字", "KG-0001")
                .contains("王工 &lt;wang@bank>")
                .containsPattern("不合格：\\d+ 项通过，\\d+ 项注意，\\d+ 项不合格 <span class=\"en\">not fit: \\d+ passed")
                .doesNotContain("<wang");
    }
}
