package dev.kioskguard.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Where a sheet goes: tried before the examination that it is to keep, which takes somebody's time. */
final class SheetFile {

    private SheetFile() {}

    /**
     * Tries whether a sheet can be written, and changes nothing.
     *
     * @throws IOException with what to do, where it cannot
     */
    static void attempt(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(file, "there is no such folder; make it, or name another file", null);
        }
        if (Files.isDirectory(file)) {
            throw refused(file, "that is a folder; name a file in it", null);
        }
        boolean wasThere = Files.exists(file);
        try (var tried = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            tried.flush();
        } catch (IOException e) {
            throw refused(file, "this account may not write there; name another file", e);
        }
        if (!wasThere) {
            Files.delete(file);
        }
    }

    /**
     * Writes a sheet.
     *
     * @throws IOException with what to do, where it cannot be written
     */
    static void write(Path file, String page) throws IOException {
        try {
            Files.write(file, page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw refused(file, "look at its folder and its disk", e);
        }
    }

    private static IOException refused(Path file, String why, @Nullable IOException cause) {
        return new IOException("the sheet %s cannot be written: %s".formatted(file, why), cause);
    }
}
