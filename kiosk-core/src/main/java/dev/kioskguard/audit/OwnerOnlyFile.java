package dev.kioskguard.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A file that only the account of the service may read: mode 0600, or an access list with the owner alone where the
 * system has no modes.
 */
public final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Secrets are small; what is larger is none of them. */
    private static final int DESTROYED_BYTES_MAX = 64 * 1024;

    private OwnerOnlyFile() {}

    /** Makes an empty file of this kind, if there is none yet. */
    public static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        FileStore store = Files.getFileStore(folder(file));
        if (store.supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            // The process's mask may only take away; say it again so that the owner keeps what the owner needs.
            Files.setPosixFilePermissions(file, OWNER_ONLY);
            return;
        }
        Files.createFile(file);
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view == null) {
            Files.delete(file);
            throw new IOException("the file system of " + file.getParent() + " cannot keep a secret to one account");
        }
        view.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(Files.getOwner(file))
                .setPermissions(Set.of(AclEntryPermission.values()))
                .build()));
    }

    /** Replaces the file as a whole: after a loss of power there is the old one or the new one. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        create(fresh);
        moveInto(file, fresh, bytes);
    }

    /**
     * Overwrites a file where it lies and deletes it. A disk that writes beside instead of over keeps what it had until
     * it reuses the place; more is not in the hands of a process.
     */
    static void destroy(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(channel.size(), DESTROYED_BYTES_MAX));
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        }
        Files.delete(file);
        forceDirectory(folder(file));
    }

    /** Replaces a file that anyone may read, as a whole. */
    static void publish(Path file, byte[] bytes) throws IOException {
        moveInto(file, file.resolveSibling(file.getFileName() + ".new"), bytes);
    }

    private static void moveInto(Path file, Path fresh, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(folder(file));
    }

    /** Returns whether others than the owner may read the file; false where the system has no modes. */
    public static boolean isExposed(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return false;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ);
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** Returns when the names in a folder are on the disk. */
    public static void forceDirectory(Path directory) throws IOException {
        if (!Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            return; // Windows opens no directory as a file, and its rename is durable with the journal of NTFS.
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
