package dev.kioskguard.content;

import dev.kioskguard.content.pack.ContentPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pack under {@code config/content}, and copies of it for tests that break one thing. */
public final class ShippedContent {

    public static final Path DIR = Path.of("..", "config", "content");

    private ShippedContent() {}

    /** Returns the pack, which is read once in a process. */
    public static ContentPack pack() {
        return Read.PACK;
    }

    public static Path copyTo(Path target) throws IOException {
        try (Stream<Path> found = Files.walk(DIR)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                Path copy = target.resolve(DIR.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }

    /** Replaces the first occurrence of a text, which has to be there. */
    public static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not hold " + from);
        }
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static final class Read {
        private static final ContentPack PACK = ContentPacks.read(DIR);
    }
}
