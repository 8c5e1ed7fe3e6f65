package dev.kioskguard.audit;

import dev.kioskguard.audit.JournalException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The folder where one guard keeps its journal, keys and tokens, held against a second process for as long as it is
 * open. The system gives the hold back when the process dies, however it dies.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK_FILE = "lock";

    /** The locked byte lies behind the process id, so that systems with mandatory locks still let it be read. */
    private static final long LOCKED_BYTE = 1024;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is not there, and takes hold of it.
     *
     * @throws JournalException (locked) if another process or another part of this one holds it, (read only) if
     *     nothing can be written there
     */
    public static DataDirectory open(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(
                    path.resolve(LOCK_FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = read(channel);
                channel.close();
                throw new JournalException(
                        Reason.LOCKED,
                        "another guard (process %s) works on %s: stop it, or choose another --data folder"
                                .formatted(holder, path));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    String.valueOf(ProcessHandle.current().pid())));
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw trouble(path, e);
        }
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Makes an empty file that only the service's account may read, if there is none of that name yet. */
    public Path ownerOnly(String name) {
        try {
            OwnerOnlyFile.create(file(name));
            return file(name);
        } catch (IOException e) {
            throw trouble(path, e);
        }
    }

    /**
     * Returns the content of a file that only the service's account may read, written on first use.
     *
     * @throws JournalException (key) if others may read it
     */
    public byte[] secret(String name, Supplier<byte[]> fresh) {
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                OwnerOnlyFile.write(file, fresh.get());
            }
            if (OwnerOnlyFile.isExposed(file)) {
                throw new JournalException(
                        Reason.KEY,
                        file + " may be read by other accounts: take it from them (chmod 600), or renew it");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    /** Replaces a file that only the service's account may read. */
    public void writeSecret(String name, byte[] content) {
        try {
            OwnerOnlyFile.write(file(name), content);
        } catch (IOException e) {
            throw trouble(file(name), e);
        }
    }

    /** Gives a file another name, in place of what had it. */
    public void rename(String name, String other) {
        try {
            Files.move(file(name), file(other), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw trouble(file(name), e);
        }
    }

    /** Overwrites a secret and deletes it, where there is one. */
    public void destroy(String name) {
        try {
            if (Files.exists(file(name))) {
                OwnerOnlyFile.destroy(file(name));
            }
        } catch (IOException e) {
            throw trouble(file(name), e);
        }
    }

    /** Replaces a file that anyone with access to the folder may read. */
    public void publish(String name, byte[] content) {
        try {
            OwnerOnlyFile.publish(file(name), content);
        } catch (IOException e) {
            throw trouble(file(name), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw trouble(path, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        String pid = StandardCharsets.US_ASCII.decode(buffer.flip()).toString().strip();
        return pid.isEmpty() ? "unknown" : pid;
    }

    private static void closeQuietly(@Nullable FileChannel channel, IOException because) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private static JournalException trouble(Path path, IOException e) {
        String said = e instanceof FileSystemException detail && detail.getReason() != null
                ? detail.getReason()
                : String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException || said.contains("Read-only")) {
            return new JournalException(Reason.READ_ONLY, "nothing can be written to " + path + ": " + said, e);
        }
        if (said.contains("No space left") || said.contains("not enough space")) {
            return new JournalException(Reason.FULL, "the disk of " + path + " is full: make room", e);
        }
        return new JournalException(Reason.IO, path + " cannot be used: " + said, e);
    }
}
