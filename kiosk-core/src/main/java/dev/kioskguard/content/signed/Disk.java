package dev.kioskguard.content.signed;

import dev.kioskguard.audit.OwnerOnlyFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Every change that an installation makes, one by one, so that a test may pull the plug after each. */
final class Disk {

    private final Runnable after;

    /** Makes a disk that tells {@code after} of each change. */
    Disk(Runnable after) {
        this.after = after;
    }

    void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        after.run();
    }

    /** Writes a file that is on the disk when this returns; its name is so after {@link #sync}. */
    void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            after.run();
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            buffer.limit(bytes.length / 2);
            drain(channel, buffer);
            buffer.limit(bytes.length);
            drain(channel, buffer);
            channel.force(true);
            after.run();
        }
    }

    private void drain(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        after.run();
    }

    void sync(Path folder) throws IOException {
        OwnerOnlyFile.forceDirectory(folder);
        after.run();
    }

    /** Gives something another name, in one step that either has happened or has not. */
    void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        after.run();
    }

    void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(tree)) {
            all = found.sorted((one, other) -> other.compareTo(one)).toList();
        }
        for (Path path : all) {
            Files.delete(path);
            after.run();
        }
    }
}
