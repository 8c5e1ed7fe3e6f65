package dev.kioskguard.adapter.xfs.library;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The configuration functions (CWA 16926-1), as far as the binding calls them. Not every manager has them; where it
 * has, they work before it is started. A HKEY is a pointer.
 */
public interface Xfsconf extends Library {

    int WFMOpenKey(Pointer hKey, String lpszSubKey, PointerByReference phkResult);

    /** {@code lpcchName} has the room with the zero at the end, and returns the length without it. */
    int WFMEnumKey(Pointer hKey, int iSubKey, Pointer lpszName, IntByReference lpcchName, Pointer lpftLastWrite);

    int WFMQueryValue(Pointer hKey, String lpszValueName, Pointer lpszData, IntByReference lpcchData);

    int WFMCloseKey(Pointer hKey);
}
