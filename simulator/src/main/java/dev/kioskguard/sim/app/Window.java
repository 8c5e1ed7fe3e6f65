package dev.kioskguard.sim.app;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;

/** The bench in a window of the engineer's own browser, where there is one. */
final class Window {

    private static final List<String> OPENERS = List.of("xdg-open", "chromium", "open");

    private Window() {}

    /** Opens the page, or says where it is; a missing browser is no reason to stop. */
    static void open(URI page, PrintWriter notes) {
        notes.println("open " + page + " in a browser on this machine");
        notes.flush();
        if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            return;
        }
        for (String opener : OPENERS) {
            if (started(opener, page)) {
                return;
            }
        }
    }

    private static boolean started(String opener, URI page) {
        try {
            new ProcessBuilder(opener, page.toString())
                    .redirectOutput(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"))
                    .redirectErrorStream(true)
                    .start();
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }
}
