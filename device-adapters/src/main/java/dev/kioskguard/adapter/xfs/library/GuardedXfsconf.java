package dev.kioskguard.adapter.xfs.library;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** The functions of the configuration, none of which is called any more once a driver has crashed. */
record GuardedXfsconf(Xfsconf xfs, DriverCrash crash) implements Xfsconf {

    @Override
    public int WFMOpenKey(Pointer hKey, String lpszSubKey, PointerByReference phkResult) {
        return crash.during("WFMOpenKey", () -> xfs.WFMOpenKey(hKey, lpszSubKey, phkResult));
    }

    @Override
    public int WFMEnumKey(
            Pointer hKey, int iSubKey, Pointer lpszName, IntByReference lpcchName, Pointer lpftLastWrite) {
        return crash.during("WFMEnumKey", () -> xfs.WFMEnumKey(hKey, iSubKey, lpszName, lpcchName, lpftLastWrite));
    }

    @Override
    public int WFMQueryValue(Pointer hKey, String lpszValueName, Pointer lpszData, IntByReference lpcchData) {
        return crash.during("WFMQueryValue", () -> xfs.WFMQueryValue(hKey, lpszValueName, lpszData, lpcchData));
    }

    @Override
    public int WFMCloseKey(Pointer hKey) {
        return crash.during("WFMCloseKey", () -> xfs.WFMCloseKey(hKey));
    }
}
