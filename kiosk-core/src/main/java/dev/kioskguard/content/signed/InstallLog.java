package dev.kioskguard.content.signed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was installed on this machine: the file {@code current}, which a rename replaces as a whole.
 *
 * @param kept sums of the packs to use, the current one first, then what to fall back to
 * @param highest sequence number that was ever installed here
 * @param entries latest first
 */
public record InstallLog(List<String> kept, long highest, List<Entry> entries) {

    static final InstallLog EMPTY = new InstallLog(List.of(), 0, List.of());

    /** Packs that are kept: the one in use, the one before it, and one more for a bad week. */
    public static final int KEPT_MAX = 3;

    /** Installations that are remembered: one a week for five years. */
    public static final int ENTRIES_MAX = 260;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One installation; {@code rollback} when it went back to an earlier pack. */
    public record Entry(String digest, long sequence, String version, Instant at, boolean rollback) {}

    public InstallLog {
        kept = List.copyOf(kept);
        entries = List.copyOf(entries);
    }

    /** Returns nothing where the bytes are no such file. */
    static Optional<InstallLog> parse(byte[] bytes) {
        try {
            InstallLog log = JSON.readValue(bytes, InstallLog.class);
            return log.kept().stream().allMatch(digest -> log.find(digest) != null)
                    ? Optional.of(log)
                    : Optional.empty();
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the latest installation of a pack, or null if it never was installed here. */
    @Nullable
    Entry find(String digest) {
        return entries.stream()
                .filter(entry -> entry.digest().equals(digest))
                .findFirst()
                .orElse(null);
    }

    /** Returns the pack that is to be used, or null before the first. */
    public @Nullable Entry current() {
        return kept.isEmpty() ? null : find(kept.get(0));
    }

    /**
     * Returns when this pack may follow what is installed.
     *
     * @param rollback whether somebody asked for an earlier pack
     * @throws PackRefusedException when it may not
     */
    void admit(Manifest manifest, String digest, boolean rollback) {
        Entry now = current();
        if (now == null || manifest.sequence() > highest || digest.equals(now.digest())) {
            return;
        }
        boolean known = find(digest) != null;
        if (known && (rollback || manifest.sequence() > now.sequence())) {
            return;
        }
        String trouble = "the pack %s has sequence number %d, and %d has been installed here"
                .formatted(manifest.version(), manifest.sequence(), highest);
        throw new PackRefusedException(
                trouble,
                known
                        ? "add --rollback to go back to it"
                        : rollback
                                ? "--rollback goes back only to a pack that was installed here before"
                                : "sign it anew with a higher --sequence");
    }

    InstallLog with(Entry fresh) {
        Entry now = current();
        boolean back = now != null && fresh.sequence() < now.sequence();
        List<Entry> log = new ArrayList<>(List.of(fresh));
        log.addAll(entries.subList(0, Math.min(entries.size(), ENTRIES_MAX - 1)));
        List<String> all = new ArrayList<>(List.of(fresh.digest()));
        for (String digest : kept) {
            // Whoever goes back has a reason not to fall back to what comes after.
            boolean good = log.stream()
                    .anyMatch(entry -> entry.digest().equals(digest) && (!back || entry.sequence() < fresh.sequence()));
            if (good && !all.contains(digest)) {
                all.add(digest);
            }
        }
        return new InstallLog(all.subList(0, Math.min(all.size(), KEPT_MAX)), Math.max(highest, fresh.sequence()), log);
    }
}
