package dev.kioskguard.sim.xfs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Platform;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the launcher has built the native manager, for the tests that need it. */
public final class NativeBuild {

    private NativeBuild() {}

    /** Returns the manager's file for this machine; leaves the test out, with a reason, where there is none. */
    public static Path library() {
        Path root = Path.of(System.getProperty("kioskguard.native", "target/native"));
        Path library = root.resolve(
                Platform.isWindows() ? "win%d/msxfs.dll".formatted(Platform.is64Bit() ? 64 : 32) : "linux/libmsxfs.so");
        assumeTrue(Files.exists(library), () -> "no native manager in %s: ./kiosk test builds it".formatted(library));
        return library;
    }
}
