package dev.kioskguard.web.desk.staff;

import dev.kioskguard.audit.OwnerOnlyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/**
 * The enrolled staff, in a file that only the service's account may read. The file is read anew each time, so that
 * whoever is taken off it is off at once. Thread-safe.
 */
public final class StaffRoll {

    /** The people of one branch, and some to spare. */
    public static final int STAFF_MAX = 200;

    /** More than that many people need, each with as many of the longest passkeys as they may have. */
    private static final int FILE_BYTES_MAX = 4 * 1024 * 1024;

    private final Path file;

    private StaffRoll(Path file) {
        this.file = file;
    }

    /** Returns the roll in a file; without the file nobody is enrolled. */
    public static StaffRoll at(Path file) {
        return new StaffRoll(file);
    }

    /** Returns the member of staff with this id. Fails as {@link #all()} does. */
    public Optional<Staff> find(String id) {
        return all().stream().filter(staff -> staff.id().equals(id)).findFirst();
    }

    /**
     * Returns everyone enrolled.
     *
     * @throws UncheckedIOException naming the file, when it cannot be read, others may read it, or it is no such roll
     */
    public synchronized List<Staff> all() {
        try {
            if (Files.notExists(file)) {
                return List.of();
            }
            if (OwnerOnlyFile.isExposed(file)) {
                throw new IOException(file + " may be read by other accounts; take it from them (chmod 600)");
            }
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IOException(file + " is larger than " + FILE_BYTES_MAX + " bytes");
            }
            return StaffJson.read(Files.readAllBytes(file));
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new UncheckedIOException(new IOException(file + " is no roll of staff; enrol them again", broken));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    /**
     * Puts someone on the roll, in place of whoever had the same id.
     *
     * @throws IllegalStateException when {@link #STAFF_MAX} are enrolled
     * @throws UncheckedIOException as {@link #all()} does, and when the file cannot be written
     */
    public synchronized void enrol(Staff staff) {
        var all = new ArrayList<>(all());
        all.removeIf(other -> other.id().equals(staff.id()));
        if (all.size() >= STAFF_MAX) {
            throw new IllegalStateException(STAFF_MAX + " are enrolled; take someone off first");
        }
        all.add(staff);
        write(all);
    }

    /** Takes someone off the roll. Fails as {@link #enrol} does. */
    synchronized void revoke(String id) {
        write(all().stream().filter(staff -> !staff.id().equals(id)).toList());
    }

    /** Makes somebody other than they were; without anybody of that id nothing happens. Fails as {@link #enrol}. */
    synchronized void change(String id, UnaryOperator<Staff> change) {
        write(all().stream()
                .map(staff -> staff.id().equals(id) ? change.apply(staff) : staff)
                .toList());
    }

    /** Returns whose passkey a phone calls so. Fails as {@link #all()} does. */
    public Optional<Staff> ofPasskey(String passkey) {
        return all().stream()
                .filter(staff -> staff.passkey(passkey).isPresent())
                .findFirst();
    }

    /**
     * Counts a signature of a passkey, so that no copy of it is taken for the real one: a counter only ever grows.
     *
     * @return whether it has grown, and the passkey is still there
     * @throws UncheckedIOException as {@link #enrol} does; then it has not been counted
     */
    public synchronized boolean count(String passkey, long signatures) {
        Optional<Staff> owner = ofPasskey(passkey);
        Optional<Passkey> before = owner.flatMap(staff -> staff.passkey(passkey));
        if (before.filter(kept -> kept.counter() < signatures).isEmpty()) {
            return false;
        }
        change(owner.orElseThrow().id(), staff -> staff.with(before.get().countedTo(signatures)));
        return true;
    }

    private void write(List<Staff> all) {
        try {
            OwnerOnlyFile.write(file, StaffJson.write(all));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
