package dev.kioskguard.adapter.xfs.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.library.Xfsconf;
import dev.kioskguard.device.DeviceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogicalServicesTest {

    private final Registry registry = new Registry();

    @Test
    void eachServiceComesWithItsClassAndItsProvider() {
        registry.at(Api.WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT, "IDCARD1", "CDM1");
        registry.values.put("class", "IDC");
        registry.values.put("provider", "VENDORIDC");

        assertThat(LogicalServices.read(registry))
                .containsExactly(
                        new LogicalService("IDCARD1", "IDC", "VENDORIDC"),
                        new LogicalService("CDM1", "IDC", "VENDORIDC"));
        assertThat(registry.open).as("keys left open").isEmpty();
    }

    @Test
    void aServiceThatSaysNothingOfItselfIsStillThere() {
        registry.at(Api.WFS_CFG_HKEY_XFS_ROOT, "OLD1");

        assertThat(LogicalServices.read(registry)).containsExactly(new LogicalService("OLD1", "", ""));
    }

    @Test
    void aServiceAtTwoRootsCountsOnce() {
        registry.at(Api.WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT, "IDCARD1");
        registry.at(Api.WFS_CFG_HKEY_MACHINE_XFS_ROOT, "idcard1", "SIU1");

        assertThat(LogicalServices.read(registry))
                .extracting(LogicalService::name)
                .containsExactly("IDCARD1", "SIU1");
    }

    @Test
    void withoutAListItFailsAndNamesTheCall() {
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> LogicalServices.read(registry))
                .withMessageContaining("WFMOpenKey LOGICAL_SERVICES")
                .withMessageContaining("WFS_ERR_CFG_INVALID_SUBKEY (-7)");
    }

    @Test
    void aListWithoutAnEndIsReadToItsBound() {
        registry.at(Api.WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT);
        registry.endless = true;

        assertThat(LogicalServices.read(registry)).hasSize(LogicalServices.SERVICES_MAX);
        assertThat(registry.open).as("keys left open").isEmpty();
    }

    @Test
    void aNameThatIsTooLongIsPassedOverAndTheNextIsRead() {
        registry.at(Api.WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT, "X".repeat(LogicalServices.TEXT_BYTES_MAX), "IDCARD1");

        assertThat(LogicalServices.read(registry))
                .extracting(LogicalService::name)
                .containsExactly("IDCARD1");
    }

    @Test
    void aNameWithoutAnEndIsCutWhereItsRoomEnds() {
        registry.at(Api.WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT, "IDCARD1");
        registry.values.put("class", "C".repeat(LogicalServices.TEXT_BYTES_MAX));
        registry.unterminated = true;

        assertThat(LogicalServices.read(registry))
                .extracting(service -> service.serviceClass().length())
                .containsExactly(LogicalServices.TEXT_BYTES_MAX);
    }

    @Test
    void aManagerThatSaysYesAndOpensNothingHasNoList() {
        registry.at(Api.WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT, "IDCARD1");
        registry.hollow = true;

        assertThatExceptionOfType(DeviceException.class).isThrownBy(() -> LogicalServices.read(registry));
    }

    /** A configuration whose services all have the same values; keys are numbers from 100 up, and 1 to 3 the roots. */
    private static final class Registry implements Xfsconf {

        private final Map<Long, List<String>> roots = new HashMap<>();
        private final Map<String, String> values = new HashMap<>();
        private final Map<Long, List<String>> open = new HashMap<>();
        private boolean endless;
        private boolean unterminated;
        private boolean hollow;
        private long next = 100;

        void at(long root, String... services) {
            roots.put(root, List.of(services));
        }

        @Override
        public int WFMOpenKey(Pointer hKey, String lpszSubKey, PointerByReference phkResult) {
            long parent = Pointer.nativeValue(hKey);
            List<String> below = parent < 100 ? roots.get(parent) : List.of();
            if (below == null) {
                return Api.WFS_ERR_CFG_INVALID_SUBKEY;
            }
            if (!hollow) {
                open.put(next, new ArrayList<>(below));
                phkResult.setValue(Pointer.createConstant(next++));
            }
            return Api.WFS_SUCCESS;
        }

        @Override
        public int WFMEnumKey(
                Pointer hKey, int iSubKey, Pointer lpszName, IntByReference lpcchName, Pointer lpftLastWrite) {
            List<String> names = open.get(Pointer.nativeValue(hKey));
            if (endless) {
                return write("SERVICE" + iSubKey, lpszName, lpcchName);
            }
            return names == null || iSubKey >= names.size()
                    ? Api.WFS_ERR_CFG_NO_MORE_ITEMS
                    : write(names.get(iSubKey), lpszName, lpcchName);
        }

        @Override
        public int WFMQueryValue(Pointer hKey, String lpszValueName, Pointer lpszData, IntByReference lpcchData) {
            @Nullable String value = values.get(lpszValueName);
            return value == null ? -6 : write(value, lpszData, lpcchData);
        }

        @Override
        public int WFMCloseKey(Pointer hKey) {
            open.remove(Pointer.nativeValue(hKey));
            return Api.WFS_SUCCESS;
        }

        private int write(String text, Pointer into, IntByReference room) {
            byte[] bytes = (unterminated ? text : text + "\0").getBytes(StandardCharsets.US_ASCII);
            if (bytes.length > room.getValue()) {
                return Api.WFS_ERR_CFG_NAME_TOO_LONG;
            }
            into.write(0, bytes, 0, bytes.length);
            return Api.WFS_SUCCESS;
        }
    }
}
