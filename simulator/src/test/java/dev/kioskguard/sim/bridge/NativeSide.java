package dev.kioskguard.sim.bridge;

import dev.kioskguard.sim.xfs.NativeBuild;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The native manager in software, for a bridge to load in its process; it is controlled from here. */
public final class NativeSide implements AutoCloseable {

    private final Path library = NativeBuild.library().toAbsolutePath();
    private final NativeTerminal terminal;

    /** Leaves the test out where the manager was not built. */
    public NativeSide() throws IOException {
        terminal = NativeTerminal.elsewhere();
    }

    public NativeTerminal terminal() {
        return terminal;
    }

    /** What tells a process where manager and controller are. */
    public Map<String, String> environment() {
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Djna.library.path=" + library.getParent(),
                NativeTerminal.PORT_VARIABLE,
                String.valueOf(terminal.port()));
    }

    @Override
    public void close() {
        terminal.close();
    }
}
