package dev.kioskguard.adapter.xfs.library;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The libraries of one manager. On Linux, which has no windows, the manager's library has their functions too. */
public record NativeLibraries(Msxfs xfs, User32 user32, User32.Kernel32 kernel32) {

    /** The manager's own name, by which the system finds it. */
    public static final String MANAGER = "msxfs";

    /** Where the configuration functions are, unless the manager has them itself. */
    private static final String CONFIGURATION = "xfs_conf";

    private static final boolean STDCALL = Platform.isWindows() && !Platform.is64Bit();

    /**
     * Loads them.
     *
     * @param manager {@link #MANAGER}, or the path of its library
     * @param crash is told of one in the manager's functions, and makes them fail from then on
     * @throws DeviceException when it is not there, or is for other pointers than this JVM's
     */
    public static NativeLibraries load(String manager, DriverCrash crash) {
        try {
            return new NativeLibraries(
                    new GuardedMsxfs(load(manager, Msxfs.class), crash),
                    load(Platform.isWindows() ? "user32" : manager, User32.class),
                    load(Platform.isWindows() ? "kernel32" : manager, User32.Kernel32.class));
        } catch (UnsatisfiedLinkError e) {
            throw new DeviceException(
                    Fault.UNSUPPORTED,
                    "load " + manager,
                    "there is no XFS manager of %d bits here; install it, or have a java of its bits (xfs-bridge --java)"
                            .formatted(Native.POINTER_SIZE * Byte.SIZE),
                    e);
        }
    }

    /** Loads the functions of the configuration from the manager, or from where it keeps them; they may be nowhere. */
    public static Optional<Xfsconf> configuration(String manager, DriverCrash crash) {
        return Stream.of(manager, CONFIGURATION)
                .filter(NativeLibraries::hasConfiguration)
                .findFirst()
                .map(name -> new GuardedXfsconf(load(name, Xfsconf.class), crash));
    }

    private static boolean hasConfiguration(String name) {
        try {
            NativeLibrary library = NativeLibrary.getInstance(name, options());
            return Arrays.stream(Xfsconf.class.getMethods())
                    .map(function -> library.getFunction(function.getName()))
                    .allMatch(Objects::nonNull);
        } catch (UnsatisfiedLinkError absent) {
            return false;
        }
    }

    private static <L extends Library> L load(String name, Class<L> functions) {
        return Native.load(name, functions, options());
    }

    private static Map<String, ?> options() {
        // The one convention of 64-bit Windows and of Linux needs no word, and would not be taken there.
        return STDCALL ? Map.of(Library.OPTION_CALLING_CONVENTION, Function.ALT_CONVENTION) : Map.of();
    }

    /** Returns the procedure in the calling convention of this system. The caller keeps it as long as its window. */
    public static User32.WindowProcedure procedure(User32.WindowProcedure procedure) {
        return STDCALL ? (User32.StdcallWindowProcedure) procedure::callback : procedure;
    }
}
