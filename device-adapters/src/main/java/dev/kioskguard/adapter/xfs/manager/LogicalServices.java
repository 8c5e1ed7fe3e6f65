package dev.kioskguard.adapter.xfs.manager;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.library.XfsCheck;
import dev.kioskguard.adapter.xfs.library.Xfsconf;
import dev.kioskguard.device.DeviceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The logical services of a terminal, each a key with values of its own below a root of the configuration. For one
 * reading, on one thread.
 */
final class LogicalServices {

    /** More services than any terminal has are passed over. */
    static final int SERVICES_MAX = 256;

    /** What a name and a value may take, the zero at the end included; a longer one is passed over. */
    static final int TEXT_BYTES_MAX = 256;

    private static final String LIST = "LOGICAL_SERVICES";
    private static final int FILETIME_BYTES = 8;

    /** Where 3.x keeps services comes first; older managers have them elsewhere, and some swap the other two. */
    private static final List<Integer> ROOTS = List.of(
            Api.WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT, Api.WFS_CFG_HKEY_MACHINE_XFS_ROOT, Api.WFS_CFG_HKEY_XFS_ROOT);

    private final Xfsconf xfs;
    private final Memory text = new Memory(TEXT_BYTES_MAX + 1L);
    private final Memory written = new Memory(FILETIME_BYTES);
    private final Map<String, LogicalService> found = new LinkedHashMap<>();
    private boolean listed;

    private LogicalServices(Xfsconf xfs) {
        this.xfs = xfs;
    }

    /**
     * Reads them all, in the configuration's order.
     *
     * @throws DeviceException when the configuration has no list of them
     */
    static List<LogicalService> read(Xfsconf xfs) {
        LogicalServices reading = new LogicalServices(xfs);
        int code = Api.WFS_ERR_CFG_INVALID_SUBKEY;
        for (int root : ROOTS) {
            int answer = reading.within(Pointer.createConstant(root), LIST, reading::list);
            code = answer == Api.WFS_SUCCESS ? code : answer;
        }
        if (!reading.listed) {
            throw XfsCheck.failure("WFMOpenKey " + LIST, code);
        }
        return List.copyOf(reading.found.values());
    }

    /** A key that is said to be open and is none counts as none. */
    private int within(Pointer parent, String name, Consumer<Pointer> read) {
        PointerByReference opened = new PointerByReference();
        int code = xfs.WFMOpenKey(parent, name, opened);
        @Nullable Pointer key = opened.getValue();
        if (code == Api.WFS_SUCCESS && key != null) {
            try {
                read.accept(key);
            } finally {
                int unused = xfs.WFMCloseKey(key);
            }
        }
        return code;
    }

    private void list(Pointer list) {
        listed = true;
        for (int i = 0; i < SERVICES_MAX; i++) {
            IntByReference room = cleared();
            int code = xfs.WFMEnumKey(list, i, text, room, written);
            String name = code == Api.WFS_SUCCESS ? text() : "";
            if (code != Api.WFS_SUCCESS && code != Api.WFS_ERR_CFG_NAME_TOO_LONG) {
                return;
            }
            if (!name.isEmpty()) {
                int unused = within(list, name, key -> add(name, key));
            }
        }
    }

    private void add(String name, Pointer key) {
        var service = new LogicalService(name, value(key, "class"), value(key, "provider"));
        found.putIfAbsent(name.toLowerCase(Locale.ROOT), service);
    }

    private String value(Pointer key, String name) {
        IntByReference room = cleared();
        return xfs.WFMQueryValue(key, name, text, room) == Api.WFS_SUCCESS ? text() : "";
    }

    private IntByReference cleared() {
        text.clear();
        return new IntByReference(TEXT_BYTES_MAX);
    }

    /** One byte more than was offered ends the text, whatever was written. */
    private String text() {
        text.setByte(TEXT_BYTES_MAX, (byte) 0);
        return text.getString(0).strip();
    }
}
