package dev.kioskguard.adapter.xfs.library;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.Map;

/** The libraries of one manager. On Linux, which has no windows, the manager's library has their functions too. */
public record NativeLibraries(Msxfs xfs, User32 user32, User32.Kernel32 kernel32) {

    /** The manager's own name, by which the system finds it. */
    public static final String MANAGER = "msxfs";

    private static final boolean STDCALL = Platform.isWindows() && !Platform.is64Bit();

    /**
     * Loads them.
     *
     * @param manager {@link #MANAGER}, or the path of its library
     * @throws DeviceException when it is not there, or is for other pointers than this JVM's
     */
    public static NativeLibraries load(String manager) {
        try {
            return new NativeLibraries(
                    load(manager, Msxfs.class),
                    load(Platform.isWindows() ? "user32" : manager, User32.class),
                    load(Platform.isWindows() ? "kernel32" : manager, User32.Kernel32.class));
        } catch (UnsatisfiedLinkError e) {
            throw new DeviceException(
                    Fault.UNSUPPORTED,
                    "load " + manager,
                    "there is no XFS manager of %d bits here; install it, or start a JVM of its bits (./kiosk xfs-bridge)"
                            .formatted(Native.POINTER_SIZE * Byte.SIZE),
                    e);
        }
    }

    private static <L extends Library> L load(String name, Class<L> functions) {
        // The one convention of 64-bit Windows and of Linux needs no word, and would not be taken there.
        return Native.load(
                name,
                functions,
                STDCALL ? Map.of(Library.OPTION_CALLING_CONVENTION, Function.ALT_CONVENTION) : Map.of());
    }

    /** Returns the procedure in the calling convention of this system. The caller keeps it as long as its window. */
    public static User32.WindowProcedure procedure(User32.WindowProcedure procedure) {
        return STDCALL ? (User32.StdcallWindowProcedure) procedure::callback : procedure;
    }
}
