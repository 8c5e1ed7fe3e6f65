package dev.kioskguard.adapter.xfs.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.manager.LogicalService;
import dev.kioskguard.adapter.xfs.manager.Overview;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.device.Survey;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeSurveyTest {

    private static Overview seen(String unread, LogicalService... services) {
        return new Overview(
                Version.V3_20, Version.V3_00, Version.V3_30, "Vendor's manager", "", List.of(services), unread);
    }

    private static final Overview TERMINAL = seen(
            "",
            new LogicalService("IDCARD1", "IDC", "VENDORIDC"),
            new LogicalService("SIU1", "siu", ""),
            new LogicalService("CDM1", "CDM", ""),
            new LogicalService("ODD1", "", ""));

    @Test
    void theClassOfAServiceSaysWhichDevicesAreThere() {
        assertThat(NativeSurvey.of("idcard1", TERMINAL).kinds()).containsExactly(CardReader.class);
        assertThat(NativeSurvey.of("SIU1", TERMINAL).kinds())
                .containsExactlyInAnyOrder(Lights.class, Sensors.class, Speaker.class);
    }

    @Test
    void theManagerAndEachServiceAreNamed() {
        assertThat(NativeSurvey.of("IDCARD1", TERMINAL).facts())
                .extracting(Fact::name, Fact::value)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"XFS manager\", \"3.20 of 3.00 to 3.30\")",
                        "(\"description\", \"Vendor's manager\")",
                        "(\"service IDCARD1\", \"IDC by VENDORIDC\")",
                        "(\"service SIU1\", \"siu\")",
                        "(\"service CDM1\", \"CDM\")",
                        "(\"service ODD1\", \"of an unknown class\")");
    }

    @Test
    void aServiceWithoutAClassMayBeAnything() {
        assertThat(NativeSurvey.of("ODD1", TERMINAL).kinds()).isEmpty();
    }

    @Test
    void whereTheListCannotBeReadThatIsSaidAndAnythingMayBeThere() {
        Survey found = NativeSurvey.of("IDCARD1", seen("WFMOpenKey is not exported"));

        assertThat(found.kinds()).isEmpty();
        assertThat(found.facts())
                .anySatisfy(fact -> assertThat(fact.value()).isEqualTo("cannot be read: WFMOpenKey is not exported"));
    }

    @Test
    void aServiceThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> NativeSurvey.of("IDCARD2", TERMINAL))
                .withMessageContaining("no logical service IDCARD2; it has IDCARD1 (IDC), SIU1 (siu)");
    }

    @Test
    void aClassThatNoPortStandsForIsRefusedWithThoseThatThereAre() {
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> NativeSurvey.of("CDM1", TERMINAL))
                .withMessageContaining("CDM1 is of class CDM; the guard works with IDC, PIN, CAM and SIU");
    }
}
