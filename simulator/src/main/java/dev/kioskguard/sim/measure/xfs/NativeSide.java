package dev.kioskguard.sim.measure.xfs;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.ptr.ShortByReference;
import dev.kioskguard.adapter.xfs.manager.Environment;
import dev.kioskguard.adapter.xfs.manager.Timings;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The native manager in software, in this process, with the binding and without. */
final class NativeSide implements AutoCloseable {

    private static final int RANGE = 0x00031E03;
    private static final int VERSION_BYTES = 520;
    private static final long QUIET_SECONDS_MAX = 30;

    /** JNA without a binding: what a caller would write who trusts everything. */
    interface Bare extends Library {

        int WFSStartUp(int versions, Pointer version);

        int WFSCleanUp();

        int WFSOpen(
                String name,
                @Nullable Pointer app,
                String appId,
                int trace,
                int timeout,
                int versions,
                Pointer serviceVersion,
                Pointer providerVersion,
                ShortByReference service);

        int WFSGetInfo(short service, int category, @Nullable Pointer query, int timeout, PointerByReference result);

        int WFSFreeResult(Pointer result);
    }

    private final Path library;
    private final Environment environment;
    private final Bare bare;

    final NativeTerminal terminal;
    final XfsManager manager;

    private NativeSide(Path library) throws IOException {
        this.library = library;
        this.bare = Native.load(library.toString(), Bare.class);
        this.terminal = NativeTerminal.within(library);
        this.environment = Environment.create(new SplittableRandom(1), Timings.STANDARD, library.toString());
        this.manager = new XfsManager(environment);
    }

    /** Returns whether the launcher has built the manager. */
    static boolean stands() {
        return Files.exists(built());
    }

    static NativeSide open() throws IOException {
        return new NativeSide(built());
    }

    private static Path built() {
        return Path.of(System.getProperty("kioskguard.native", "target/native"), "linux", "libmsxfs.so")
                .toAbsolutePath();
    }

    Path library() {
        return library;
    }

    Bare bare() {
        return bare;
    }

    /** Starts the manager without a binding, and opens a service. */
    short opened(String name) {
        try (Memory version = new Memory(VERSION_BYTES);
                Memory provider = new Memory(VERSION_BYTES)) {
            ShortByReference service = new ShortByReference();
            check(bare.WFSStartUp(RANGE, version));
            check(bare.WFSOpen(name, null, "bench", 0, 0, RANGE, version, provider, service));
            return service.getValue();
        }
    }

    static void check(int code) {
        if (code != 0) {
            throw new IllegalStateException("the native manager refuses: " + code);
        }
    }

    @Override
    public void close() {
        manager.quiet().orTimeout(QUIET_SECONDS_MAX, TimeUnit.SECONDS).join();
        environment.loop().close();
        terminal.close();
    }
}
