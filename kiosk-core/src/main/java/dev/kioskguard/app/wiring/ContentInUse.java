package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.wiring.GuardSetup.Wording;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Signs;
import dev.kioskguard.content.Voices;
import dev.kioskguard.content.pack.ContentException;
import dev.kioskguard.content.signed.Admission;
import dev.kioskguard.content.signed.InstalledPacks;
import dev.kioskguard.content.signed.PackRefusedException;
import dev.kioskguard.content.signed.StoredPack;
import dev.kioskguard.content.signed.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the guard says now: the installed pack, the last good one before it, or the folder beside the configuration.
 * Looks for newer packs, and leaves it to the guard when to take one. Threadsafe.
 */
public final class ContentInUse {

    /** A pack that was refused is looked at again so often: the machine's clock may have been put right. */
    static final Duration RETRY_EVERY = Duration.ofMinutes(10);

    private final InstalledPacks packs;
    private final Voices machine;
    private final Supplier<Wording> folder;
    private final Supplier<Admission> admission;
    private volatile Runnable taken = () -> {};
    private volatile @Nullable Use now;
    private volatile @Nullable Use latest;
    private volatile List<String> refused = List.of();
    private String seen = "";
    private Instant lookAgain = Instant.MAX;

    private ContentInUse(
            InstalledPacks packs, Voices machine, Supplier<Wording> folder, Supplier<Admission> admission) {
        this.packs = packs;
        this.machine = machine;
        this.folder = folder;
        this.admission = admission;
    }

    /** What is said, and the pack that says it; without one it is the folder. */
    record Use(Wording wording, @Nullable StoredPack pack) {

        private boolean is(@Nullable Use other) {
            return other != null && digest().equals(other.digest());
        }

        private String digest() {
            return pack == null ? "" : pack.digest();
        }
    }

    /** Makes the content of a terminal; nothing is read before {@link #begin}. */
    public static ContentInUse of(Path config, KioskConfig terminal, Path data) {
        return new ContentInUse(
                new InstalledPacks(data),
                Wording.voices(config),
                () -> Wording.read(config, terminal.content().folder()),
                () -> admission(config, terminal));
    }

    /**
     * Returns what this configuration asks of a pack.
     *
     * @throws PackRefusedException if it names a key that cannot be read
     */
    public static Admission admission(Path config, KioskConfig terminal) {
        List<Path> keys =
                terminal.content().trust().stream().map(config::resolve).toList();
        return new Admission(
                Trust.read(keys, terminal.content().signatures()),
                terminal.terminal().branch(),
                config.resolve(terminal.content().folder()));
    }

    /**
     * Chooses what is said first.
     *
     * @throws ContentException if neither a pack nor the folder can be used
     */
    public synchronized void begin(Instant at) {
        now = choose(at);
        latest = now;
    }

    public ContentPack pack() {
        return used().wording().pack();
    }

    public Voices voices() {
        return used().wording().voices();
    }

    public Signs signs() {
        return used().wording().signs();
    }

    private Use used() {
        Use used = now;
        if (used == null) {
            throw new IllegalStateException("nothing is said before the guard begins");
        }
        return used;
    }

    /** Registers who is told each time after something else is said. */
    void onTaken(Runnable listener) {
        taken = listener;
    }

    /** Returns what should be said instead of what is said, where there is such a thing. */
    synchronized Optional<Use> look(Instant at) {
        Use last = latest;
        if (last == null) {
            return Optional.empty();
        }
        boolean over = last.pack() != null && !last.pack().manifest().isInTime(at);
        if (over || !packs.current().equals(seen) || !at.isBefore(lookAgain)) {
            try {
                last = choose(at);
                latest = last;
            } catch (ContentException nothingBetter) {
                lookAgain = at.plus(RETRY_EVERY);
                refused = List.of(String.valueOf(nothingBetter.getMessage()));
            }
        }
        return last.is(now) ? Optional.empty() : Optional.of(last);
    }

    /** Says this from now on. */
    void take(Use fresh) {
        now = fresh;
        taken.run();
    }

    private Use choose(Instant at) {
        String current = packs.current();
        InstalledPacks.Choice choice = installed(current, at);
        seen = current;
        refused = choice.refused();
        lookAgain = refused.isEmpty() ? Instant.MAX : at.plus(RETRY_EVERY);
        if (choice.pack() != null) {
            return of(choice.pack());
        }
        Use last = now;
        return last != null && last.pack() == null ? last : new Use(folder.get(), null);
    }

    private InstalledPacks.Choice installed(String current, Instant at) {
        try {
            // Without a pack nobody need be trusted.
            return current.isEmpty() ? InstalledPacks.Choice.NONE : packs.choose(admission.get(), at);
        } catch (PackRefusedException noTrust) {
            return new InstalledPacks.Choice(null, List.of(String.valueOf(noTrust.getMessage())));
        }
    }

    private Use of(StoredPack pack) {
        Voices voices = machine.after(pack.files().resolve(Admission.VOICES));
        return new Use(new Wording(pack.content(), voices, Signs.of(pack.files())), pack);
    }

    /** Returns whether everything that is installed can be used. */
    boolean isWell() {
        return refused.isEmpty();
    }

    /** Returns what is said, where it comes from, until when it may be, and what was refused. */
    public Map<String, Object> report() {
        Use used = used();
        var body = new LinkedHashMap<String, Object>();
        body.put("version", used.wording().pack().version());
        body.put("source", used.pack() == null ? "folder" : "installed");
        if (used.pack() != null) {
            body.putAll(used.pack().report());
        }
        Use next = latest;
        if (next != null && !next.is(used)) {
            body.put("waiting", next.wording().pack().version());
        }
        if (!refused.isEmpty()) {
            body.put("refused", refused);
        }
        return body;
    }
}
