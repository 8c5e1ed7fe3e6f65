package dev.kioskguard.content.signed;

import dev.kioskguard.content.pack.ContentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a pack into {@code DATA/content}. The old one counts until a single rename, and the new one from then on; a
 * running guard is not disturbed, and takes the new one when nobody is at the machine.
 */
public final class PackInstaller {

    private static final String LOCK = "lock";
    private static final String INCOMING = "incoming";

    private final InstalledPacks packs;
    private final Disk disk;
    private final Path folder;

    public PackInstaller(Path data) {
        this(data, () -> {});
    }

    /** Makes an installer whose every change to the disk is told. */
    PackInstaller(Path data, Runnable after) {
        this.packs = new InstalledPacks(data);
        this.disk = new Disk(after);
        this.folder = packs.folder();
    }

    /**
     * Verifies and installs a pack.
     *
     * @param rollback whether it may be one that was installed before a later one
     * @return the pack where it lies now
     * @throws PackRefusedException or a ContentException when it must not be used here; nothing has changed then
     * @throws IOException when it could not be written; the old one still counts then
     */
    public StoredPack install(Path file, Admission admission, Instant now, boolean rollback) throws IOException {
        disk.folder(folder.resolve(InstalledPacks.PACKS));
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            Objects.requireNonNull(lock);
            disk.remove(folder.resolve(INCOMING)); // what a loss of power left
            try {
                return unpacked(file, admission, now, rollback);
            } catch (IOException | PackRefusedException | ContentException e) {
                disk.remove(folder.resolve(INCOMING));
                throw e;
            }
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            // Told below, as for another process.
        }
        if (lock == null) {
            throw new PackRefusedException(
                    "somebody else is installing a pack in " + folder, "try again when that has ended");
        }
        return lock;
    }

    private StoredPack unpacked(Path file, Admission admission, Instant now, boolean rollback) throws IOException {
        InstallLog log = packs.log();
        try (PackFile in = PackFile.open(file)) {
            Manifest manifest =
                    admission.admit(in.manifest(), in.signatures(), now).manifest();
            String digest = Digests.of(in.manifest());
            log.admit(manifest, digest, rollback);
            unpack(in, manifest);
            StoredPack.open(folder.resolve(INCOMING), digest, admission, now);
            boolean changed = settle(packs.place(digest), digest, admission, now);
            InstallLog.Entry current = log.current();
            if (changed || current == null || !current.digest().equals(digest)) {
                point(log, new InstallLog.Entry(digest, manifest.sequence(), manifest.version(), now, rollback));
            }
            return StoredPack.open(packs.place(digest), digest, admission, now);
        }
    }

    /** Moves what came in to its place, unless the same lies there whole: it may be the one that counts now. */
    private boolean settle(Path place, String digest, Admission admission, Instant now) throws IOException {
        try {
            StoredPack.open(place, digest, admission, now);
            disk.remove(folder.resolve(INCOMING));
            return false;
        } catch (PackRefusedException | ContentException absentOrDamaged) {
            disk.remove(place);
            disk.rename(folder.resolve(INCOMING), place);
            disk.sync(folder.resolve(InstalledPacks.PACKS));
            return true;
        }
    }

    private void unpack(PackFile in, Manifest manifest) throws IOException {
        Path incoming = folder.resolve(INCOMING);
        Path files = incoming.resolve(StoredPack.FILES);
        disk.folder(files);
        disk.write(incoming.resolve(PackFile.MANIFEST), in.manifest());
        disk.write(incoming.resolve(PackFile.SIGNATURES), in.signatures());
        Set<Path> folders = new TreeSet<>(Set.of(incoming, files));
        in.files(manifest, (name, bytes) -> {
            Path file = files.resolve(name);
            for (Path up = file.getParent(); up != null && folders.add(up); up = up.getParent()) {
                disk.folder(up);
            }
            disk.write(file, bytes);
        });
        for (Path made : folders) {
            disk.sync(made);
        }
    }

    /** From the rename on, the new one counts. */
    private void point(InstallLog before, InstallLog.Entry entry) throws IOException {
        InstallLog after = before.with(entry);
        Path fresh = folder.resolve(InstalledPacks.CURRENT + ".new");
        disk.write(fresh, after.bytes());
        disk.rename(fresh, folder.resolve(InstalledPacks.CURRENT));
        disk.sync(folder);
        disk.sync(Objects.requireNonNull(folder.toAbsolutePath().getParent()));
        // A running guard may still read from what counted until now: that goes the next time.
        List<String> keep = new ArrayList<>(before.kept());
        keep.addAll(after.kept());
        try (Stream<Path> all = Files.list(folder.resolve(InstalledPacks.PACKS))) {
            for (Path pack : all.toList()) {
                if (!keep.contains(String.valueOf(pack.getFileName()))) {
                    disk.remove(pack);
                }
            }
        }
    }
}
