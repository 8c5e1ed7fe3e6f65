package dev.kioskguard.adapter.xfs.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.adapter.SharedFacts;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HeaderTest {

    private static int size(Abi abi, String version, String struct) {
        return Header.of(abi, Version.of(version)).struct(struct).size();
    }

    /** What compilers for both targets made of the header: each version, 32 bits and 64. */
    @ParameterizedTest
    @CsvSource({
        "WFSIDCSTATUS,  16, 20, 164, 172, 164, 172",
        "WFSIDCCAPS,    38, 42, 184, 192, 188, 200",
        "WFSPINSTATUS,   8, 12, 148, 152, 148, 152",
        "WFSPINCAPS,    34, 38, 226, 238, 250, 278",
        "WFSCAMSTATUS,  54, 58,  54,  58,  56,  60",
        "WFSCAMCAPS,    32, 36,  32,  36,  44,  52",
        "WFSSIUSTATUS, 198, 202, 202, 206, 202, 206",
        "WFSSIUCAPS,   200, 204, 210, 214, 214, 222",
        "WFSRESULT,     34, 38,  34,  38,  34,  38",
        "WFSVERSION,   520, 520, 520, 520, 520, 520",
        "WFSIDCCARDDATA, 14, 18, 14,  18,  14,  18",
        "WFSPINGETPIN,  25, 25,  25,  25,  25,  25",
        "WFSPINBLOCK,   19, 35,  19,  35,  19,  35",
        "WFSSIUENABLE, 196, 200, 196, 200, 196, 200",
    })
    void structuresGrowWithTheVersion(String name, int w300, int x300, int w320, int x320, int w330, int x330) {
        assertThat(List.of(
                        size(Abi.WIN32, "3.00", name),
                        size(Abi.WIN64, "3.00", name),
                        size(Abi.WIN32, "3.20", name),
                        size(Abi.WIN64, "3.20", name),
                        size(Abi.WIN32, "3.30", name),
                        size(Abi.WIN64, "3.30", name)))
                .containsExactly(w300, x300, w320, x320, w330, x330);
    }

    @Test
    void membersAreUnalignedAndPartsOfAUnionShareAPlace() {
        Struct result = Header.of(Abi.WIN64, Version.V3_30).struct("WFSRESULT");

        assertThat(result.field("hResult").offset()).isEqualTo(22);
        assertThat(result.field("u.dwEventID").offset())
                .isEqualTo(result.field("u.dwCommandCode").offset());
        assertThat(result.field("lpBuffer").offset()).isEqualTo(30);
    }

    @Test
    void whatALaterVersionBroughtIsNotThereYet() {
        Header old = Header.of(Abi.WIN32, Version.V3_00);

        assertThat(old.struct("WFSIDCSTATUS").find("dwGuidLights")).isEmpty();
        assertThat(old.has("WFSPINBLOCKEX")).isFalse();
        assertThatThrownBy(() -> old.struct("WFSPINBLOCKEX")).hasMessageContaining("WFSPINBLOCKEX");
        assertThatThrownBy(() -> old.struct("WFSIDCSTATUS").field("dwGuidLights"))
                .hasMessageContaining("WFSIDCSTATUS has no dwGuidLights");
    }

    /** Public headers have lost members in the middle before: then a later version no longer begins as an earlier. */
    @ParameterizedTest
    @EnumSource(Abi.class)
    void everyVersionBeginsAsTheOneBefore(Abi abi) {
        for (int i = 1; i < Version.KNOWN.size(); i++) {
            Header later = Header.of(abi, Version.KNOWN.get(i));
            for (Struct earlier : Header.of(abi, Version.KNOWN.get(i - 1)).structs()) {
                assertThat(List.copyOf(later.struct(earlier.name()).fields().values()))
                        .as("%s in %s", earlier, later.version())
                        .startsWith(earlier.fields().values().toArray(dev.kioskguard.adapter.xfs.header.Field[]::new));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"WIN32, 3.00", "WIN32, 3.20", "WIN32, 3.30", "WIN64, 3.00", "WIN64, 3.20", "WIN64, 3.30"})
    void everyStructureLiesAsCompilersLaidItOut(Abi abi, String version) {
        JsonNode facts = facts();
        Map<String, Object> expected = new LinkedHashMap<>();
        facts.path("structs").properties().forEach(struct -> {
            Map<String, Integer> fields = new LinkedHashMap<>();
            int size = 0;
            for (JsonNode field : struct.getValue().path(abi.toString()).path("fields")) {
                String name = field.path("name").stringValue();
                String first = facts.path("first_version")
                        .path(struct.getKey() + "." + name)
                        .stringValue();
                if (first.replace('x', '0').compareTo(version) <= 0) {
                    fields.put(name, field.path("offset").intValue());
                    size = Math.max(
                            size,
                            field.path("offset").intValue() + field.path("size").intValue());
                }
            }
            if (!fields.isEmpty()) {
                expected.put(struct.getKey(), List.of(size, fields));
            }
        });
        Map<String, Object> ours = new LinkedHashMap<>();
        for (Struct struct : Header.of(abi, Version.of(version)).structs()) {
            Map<String, Integer> fields = new LinkedHashMap<>();
            struct.fields().values().forEach(field -> fields.put(field.name(), field.offset()));
            ours.put(struct.name(), List.of(struct.size(), fields));
        }

        assertThat(expected).as("control").hasSizeGreaterThan(100);
        assertThat(ours).isEqualTo(expected);
    }

    @Test
    void everyConstantHasTheNumberOfTheHeader() throws IllegalAccessException {
        JsonNode facts = facts().path("constants");
        List<String> compared = new ArrayList<>();
        for (Class<?> of : List.of(Api.class, Idc.class, Pin.class, Cam.class, Siu.class)) {
            for (Field constant : of.getFields()) {
                JsonNode fact = facts.path(constant.getName());
                if (!fact.isMissingNode()) {
                    compared.add(constant.getName());
                    assertThat(constant.getInt(null)).as(constant.getName()).isEqualTo(fact.intValue());
                }
            }
        }
        assertThat(compared).hasSizeGreaterThan(150);
    }

    @Test
    void everyValueHasItsName() {
        JsonNode facts = facts().path("constants");
        ValueNames.members()
                .values()
                .forEach(names -> names.byNumber().forEach((number, name) -> {
                    JsonNode fact = facts.path(names.prefix() + name);
                    if (number != Pin.WFS_PIN_FORMISO4) {
                        assertThat(fact.intValue()).as(names.prefix() + name).isEqualTo(number);
                    }
                }));
    }

    @Test
    void everyCodeHasItsName() {
        assertThat(ErrorNames.of(0)).isEqualTo("WFS_SUCCESS (0)");
        assertThat(ErrorNames.of(-48)).isEqualTo("WFS_ERR_TIMEOUT (-48)");
        assertThat(ErrorNames.of(-200)).isEqualTo("WFS_ERR_IDC_MEDIAJAM (-200)");
        assertThat(ErrorNames.of(-77777)).isEqualTo("unknown (-77777)");
    }

    @Test
    void everyCodeOfTheHeaderHasItsName() {
        facts().path("constants").properties().stream()
                .filter(constant -> constant.getKey().startsWith("WFS_ERR_"))
                .filter(constant -> constant.getValue().intValue() < 0)
                .forEach(
                        constant -> assertThat(ErrorNames.of(constant.getValue().intValue()))
                                .startsWith(constant.getKey() + " "));
    }

    @Test
    void versionsAreWrittenLowByteFirst() {
        assertThat(Version.range(Version.V3_00, Version.V3_30)).isEqualTo(0x00031E03);
        assertThat(Version.ofWord(0x1403)).isEqualTo(Version.V3_20);
        assertThat(Stream.of("3.20", "3.30", "3.00").map(Version::of).sorted().map(Version::toString))
                .containsExactly("3.00", "3.20", "3.30");
        assertThatThrownBy(() -> Version.of("3.3")).hasMessageContaining("such as 3.20");
    }

    private static JsonNode facts() {
        return JsonMapper.builder().build().readTree(SharedFacts.path("xfs/layout-3.30.json"));
    }
}
