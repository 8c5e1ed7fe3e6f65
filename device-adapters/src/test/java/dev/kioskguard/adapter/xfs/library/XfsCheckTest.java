package dev.kioskguard.adapter.xfs.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XfsCheckTest {

    @Test
    void successPasses() {
        assertThatNoException().isThrownBy(() -> XfsCheck.check("WFSLock", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "-48, TIMEOUT, WFS_ERR_TIMEOUT",
        "-4, CANCELED, WFS_ERR_CANCELED",
        "-32, BUSY, WFS_ERR_LOCKED",
        "-54, CONNECTION_LOST, WFS_ERR_CONNECTION_LOST",
        "-200, MEDIA_JAMMED, WFS_ERR_IDC_MEDIAJAM",
        "-400, KEY_MISSING, WFS_ERR_PIN_KEYNOTFOUND",
        "-1000, UNSUPPORTED, WFS_ERR_CAM_CAMNOTSUPP",
        "-14, OTHER, WFS_ERR_HARDWARE_ERROR",
        "-9999, OTHER, unknown",
    })
    void aFailureNamesTheCallTheCodeAndItsNumber(int code, Fault fault, String name) {
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> XfsCheck.check("WFSAsyncExecute EJECT_CARD", code))
                .withMessageContaining("WFSAsyncExecute EJECT_CARD")
                .withMessageContaining("%s (%d)", name, code)
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(fault));
    }

    @Test
    void aManagerThatIsNotThereSaysWhatToDo() {
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> NativeLibraries.load("no-such-manager", new DriverCrash()))
                .withMessageContaining("there is no XFS manager of 64 bits here; install it");
    }
}
