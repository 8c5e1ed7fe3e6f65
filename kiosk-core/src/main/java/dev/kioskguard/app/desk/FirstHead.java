package dev.kioskguard.app.desk;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.staff.PinHash;
import dev.kioskguard.web.desk.staff.Staff;
import dev.kioskguard.web.desk.staff.StaffRoll;
import java.nio.file.Files;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever enrols the others on a machine where nobody can. The PIN lies in a file that only the service's account may
 * read, until its owner has chosen another.
 */
final class FirstHead {

    static final String FILE = "first-head.json";

    private static final String ID = "head";
    private static final int PIN_BOUND = 100_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FirstHead() {}

    /** Returns whom to enrol, where no head of the branch is on the roll; their PIN is in the file by then. */
    static Optional<Staff> wanted(DataDirectory data, StaffRoll roll, RandomGenerator chance) {
        if (roll.all().stream().anyMatch(staff -> staff.role() == Role.HEAD_OF_BRANCH)) {
            return Optional.empty();
        }
        String id = roll.find(ID).isEmpty() ? ID : ID + "-" + roll.all().size();
        String pin = "%08d".formatted(chance.nextInt(PIN_BOUND));
        data.writeSecret(
                FILE,
                JSON.writeValueAsBytes(JSON.createObjectNode().put("staff", id).put("pin", pin)));
        return Optional.of(
                new Staff(id, "网点负责人", Role.HEAD_OF_BRANCH, PinHash.of(pin, PinHash.ITERATIONS, chance), true));
    }

    /** Destroys the file once it is of no use any more: its PIN is another's by now. */
    static void forget(DataDirectory data, StaffRoll roll) {
        boolean needed = roll.all().stream().anyMatch(staff -> staff.role() == Role.HEAD_OF_BRANCH && staff.firstPin());
        if (!needed && Files.exists(data.file(FILE))) {
            data.destroy(FILE);
        }
    }
}
