package dev.kioskguard.web.desk.staff;

import dev.kioskguard.audit.OwnerOnlyFile;
import dev.kioskguard.paging.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The enrolled staff, in a file that only the service's account may read. The file is read anew each time, so that
 * whoever is taken off it is off at once. Thread-safe.
 */
public final class StaffRoll {

    /** The people of one branch, and some to spare. */
    public static final int STAFF_MAX = 200;

    private static final int FILE_BYTES_MAX = 128 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
            var all = new ArrayList<Staff>();
            JSON.readTree(Files.readAllBytes(file)).values().forEach(node -> all.add(read(node)));
            return List.copyOf(all);
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

    /** Puts someone in place of whoever has the same id; without anybody nothing happens. Fails as {@link #enrol}. */
    synchronized void replace(Staff staff) {
        write(all().stream()
                .map(other -> other.id().equals(staff.id()) ? staff : other)
                .toList());
    }

    private void write(List<Staff> all) {
        ArrayNode nodes = JSON.createArrayNode();
        all.forEach(one -> write(nodes, one));
        try {
            OwnerOnlyFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(nodes));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static Staff read(JsonNode node) {
        Role role = Role.BY_WORD.get(node.required("role").stringValue());
        if (role == null) {
            throw new IllegalArgumentException("a role is one of " + Role.BY_WORD.keySet());
        }
        JsonNode pin = node.required("pin");
        return new Staff(
                node.required("staff").stringValue(),
                node.required("name").stringValue(),
                role,
                new PinHash(
                        pin.required("iterations").intValue(),
                        pin.required("salt").stringValue(),
                        pin.required("hash").stringValue()),
                node.path("firstPin").asBoolean(false));
    }

    private static void write(ArrayNode nodes, Staff staff) {
        nodes.addObject()
                .put("staff", staff.id())
                .put("name", staff.name())
                .put("role", staff.role().word())
                .put("firstPin", staff.firstPin())
                .putObject("pin")
                .put("scheme", "pbkdf2-sha256")
                .put("iterations", staff.pin().iterations())
                .put("salt", staff.pin().salt())
                .put("hash", staff.pin().hash());
    }
}
