package dev.kioskguard.content.signed;

import dev.kioskguard.content.pack.ContentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packs in {@code DATA/content}, read only: which of them counts. Safe beside an installation. */
public final class InstalledPacks {

    static final String CURRENT = "current";
    static final String PACKS = "packs";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /** Makes a view of the packs of a data folder, which may have none. */
    public InstalledPacks(Path data) {
        this.folder = data.resolve("content");
    }

    /**
     * What is to be used.
     *
     * @param pack the best that is installed, or null where the folder beside the configuration counts
     * @param refused why better ones are not used, the current one first
     */
    public record Choice(@Nullable StoredPack pack, List<String> refused) {

        public static final Choice NONE = new Choice(null, List.of());

        public Choice {
            refused = List.copyOf(refused);
        }
    }

    /** Returns the current pack or, when that must not be used, the last good one before it. */
    public Choice choose(Admission admission, Instant now) {
        List<String> refused = new ArrayList<>();
        InstallLog log = log();
        if (isDamaged()) {
            refused.add(folder.resolve(CURRENT) + " is damaged; install the pack again");
        }
        for (String digest : log.kept()) {
            try {
                return new Choice(StoredPack.open(place(digest), digest, admission, now), refused);
            } catch (PackRefusedException | ContentException e) {
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        return new Choice(null, refused);
    }

    /** Returns what was installed; where the list is damaged, what the packs themselves tell. */
    public InstallLog log() {
        return current().isEmpty() ? InstallLog.EMPTY : parsed().orElseGet(this::found);
    }

    /** Returns the text that changes with each installation; empty before the first. */
    public String current() {
        try {
            return Files.readString(folder.resolve(CURRENT), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return Files.exists(folder.resolve(CURRENT)) ? "unreadable" : "";
        }
    }

    Path folder() {
        return folder;
    }

    Path place(String digest) {
        return folder.resolve(PACKS).resolve(digest);
    }

    private boolean isDamaged() {
        return !current().isEmpty() && parsed().isEmpty();
    }

    private Optional<InstallLog> parsed() {
        return InstallLog.parse(current().getBytes(StandardCharsets.ISO_8859_1));
    }

    private InstallLog found() {
        List<InstallLog.Entry> entries = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder.resolve(PACKS))) {
            for (Path pack : all.toList()) {
                entry(pack).ifPresent(entries::add);
            }
        } catch (IOException e) {
            return InstallLog.EMPTY;
        }
        entries.sort(Comparator.comparing(InstallLog.Entry::sequence));
        InstallLog log = InstallLog.EMPTY;
        for (InstallLog.Entry entry : entries) {
            log = log.with(entry);
        }
        return log;
    }

    private static Optional<InstallLog.Entry> entry(Path pack) {
        String digest = String.valueOf(pack.getFileName());
        try {
            byte[] bytes = Files.readAllBytes(pack.resolve(PackFile.MANIFEST));
            if (!DIGEST.matcher(digest).matches() || !Digests.of(bytes).equals(digest)) {
                return Optional.empty();
            }
            Manifest manifest = Manifest.parse(bytes);
            return Optional.of(
                    new InstallLog.Entry(digest, manifest.sequence(), manifest.version(), manifest.created(), false));
        } catch (IOException | PackRefusedException e) {
            return Optional.empty();
        }
    }
}
