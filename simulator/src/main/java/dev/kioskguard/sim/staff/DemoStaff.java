package dev.kioskguard.sim.staff;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.staff.PinHash;
import dev.kioskguard.web.desk.staff.Staff;
import dev.kioskguard.web.desk.staff.StaffRoll;
import java.nio.file.Files;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** One person of each role, enrolled at the desk, their PINs in a file beside for whoever tries the desk out. */
public final class DemoStaff {

    /** Holds {@code [{staff, name, role, pin}]}; only its owner may read it. */
    public static final String FILE = "demo-staff.json";

    private static final String ROLL = "staff.json";
    private static final int PIN_BOUND = 1_000_000;

    /** A hash guards nothing whose PIN lies in the next file, and a simulation should be there at once. */
    private static final int ITERATIONS = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoStaff() {}

    /**
     * Enrols the staff of a new data directory; that of one which has them already stays as it is.
     *
     * @param chance a cryptographic source, as the PINs open a real desk
     */
    public static void enrol(DataDirectory data, RandomGenerator chance) {
        if (Files.exists(data.file(FILE)) && Files.exists(data.file(ROLL))) {
            return;
        }
        var people = List.of(
                new Person("lobby", "王芳", Role.LOBBY_MANAGER, pin(chance)),
                new Person("head", "李强", Role.HEAD_OF_BRANCH, pin(chance)),
                new Person("officer", "赵敏", Role.OFFICER, pin(chance)),
                new Person("engineer", "陈刚", Role.ENGINEER, pin(chance)));
        StaffRoll roll = StaffRoll.at(data.file(ROLL));
        people.stream()
                .map(person ->
                        new Staff(person.id, person.name, person.role, PinHash.of(person.pin, ITERATIONS, chance)))
                .forEach(roll::enrol);
        ArrayNode told = JSON.createArrayNode();
        people.forEach(person -> told.addObject()
                .put("staff", person.id)
                .put("name", person.name)
                .put("role", person.role.word())
                .put("pin", person.pin));
        data.writeSecret(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(told));
    }

    private static String pin(RandomGenerator chance) {
        return "%06d".formatted(chance.nextInt(PIN_BOUND));
    }

    private record Person(String id, String name, Role role, String pin) {

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }
}
