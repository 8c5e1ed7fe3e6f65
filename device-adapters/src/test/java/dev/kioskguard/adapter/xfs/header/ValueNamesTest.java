package dev.kioskguard.adapter.xfs.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueNamesTest {

    @ParameterizedTest
    @CsvSource({
        "WFSPINCAPS.fwPinFormats, 0x8006, 0x8006 (ANSI ISO0 ISO4)",
        "WFSPINCAPS.fwPinFormats, 0x1004, 0x1004 (ISO0 0x1000)",
        "WFSPINCAPS.fwPinFormats, 0, 0x0",
        "WFSIDCCAPS.fwType, 3, 0x3 (DIP)",
        "WFSIDCCAPS.fwType, 77, 0x4d",
        "WFSIDCCAPS.fwChipProtocols, 3, 0x3 (CHIPT0 CHIPT1)",
        "WFSIDCCAPS.fwSecType, 3, 0x3",
    })
    void theNumberIsBesideTheNamesOfTheStandard(String member, String value, String told) {
        assertThat(ValueNames.told(member, Integer.decode(value))).isEqualTo(told);
    }

    @Test
    void everyMemberIsOneOfAStructure() {
        Header header = Header.of(Abi.WIN64, Version.V3_30);

        assertThat(ValueNames.members().keySet())
                .allSatisfy(member -> assertThat(header.struct(member.substring(0, member.indexOf('.')))
                                .find(member.substring(member.indexOf('.') + 1)))
                        .isPresent());
    }
}
