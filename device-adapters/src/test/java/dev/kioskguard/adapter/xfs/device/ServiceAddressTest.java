package dev.kioskguard.adapter.xfs.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kioskguard.device.DeviceAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {

    private static ServiceAddress of(String address) {
        return ServiceAddress.of(DeviceAddress.of(address));
    }

    @Test
    void anAddressMayLockItsServiceAndSayWhichLightIsWhich() {
        assertThat(of("xfs:IDCARD1").isExclusive()).isFalse();
        assertThat(of("xfs:IDCARD1?exclusive=1").isExclusive()).isTrue();
        assertThat(of("xfs:SIU1?exclusive=0&statusInService=13&pinPad=4"))
                .satisfies(at -> assertThat(at.service()).isEqualTo("SIU1"))
                .satisfies(at -> assertThat(at.port("statusInService")).hasValue(13))
                .satisfies(at -> assertThat(at.port("statusSupervisor")).isEmpty())
                .satisfies(at -> assertThat(at.isExclusive()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exclusve=1", "exclusive=1&statusInservice=3", "Exclusive=1"})
    void aMisspeltOptionIsRefusedWithThoseThatThereAre(String options) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("xfs:IDCARD1?" + options))
                .withMessageContaining("xfs:IDCARD1?" + options)
                .withMessageEndingWith("one of exclusive, cardReader, pinPad, statusInService, statusSupervisor");
    }
}
