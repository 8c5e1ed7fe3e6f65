package dev.kioskguard.web.desk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.paging.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffRollTest {

    private static final String PIN = "314159";

    @TempDir
    private Path temp;

    @Test
    void whoeverIsEnrolledIsFoundAgainAndTheirPinIsNowhere() throws IOException {
        Path file = temp.resolve("staff.json");
        StaffRoll.at(file).enrol(staff("a", Role.OFFICER));
        StaffRoll.at(file).enrol(staff("b", Role.ENGINEER));
        StaffRoll.at(file).enrol(staff("a", Role.LOBBY_MANAGER));

        StaffRoll roll = StaffRoll.at(file);
        assertThat(roll.all()).extracting(Staff::id).containsExactly("b", "a");
        Staff found = roll.find("a").orElseThrow();
        assertThat(found.role()).isEqualTo(Role.LOBBY_MANAGER);
        assertThat(found.pin().matches(PIN)).isTrue();
        assertThat(found.pin().matches("314158")).isFalse();
        assertThat(roll.find("c")).isEmpty();
        assertThat(Files.readString(file)).doesNotContain(PIN);
        assertThat(found.toString() + found.pin()).doesNotContain(found.pin().hash(), PIN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void passkeysLieWithTheirOwnerAndTheirCountersOnlyGrow() {
        Path file = temp.resolve("staff.json");
        var passkey = new Passkey("aWQ", "a2V5", 7, true, Instant.parse("2026-01-01T04:00:00Z"));
        StaffRoll.at(file).enrol(staff("a", Role.OFFICER));
        StaffRoll.at(file).enrol(staff("b", Role.OFFICER).with(passkey));

        StaffRoll roll = StaffRoll.at(file);
        assertThat(roll.find("b").orElseThrow().passkeys()).containsExactly(passkey);
        assertThat(roll.ofPasskey("aWQ").orElseThrow().id()).isEqualTo("b");
        assertThat(roll.count("aWQ", 7)).as("no more than before").isFalse();
        assertThat(roll.count("bm9uZQ", 8)).as("nobody's").isFalse();
        assertThat(roll.count("aWQ", 8)).isTrue();
        assertThat(roll.find("b").orElseThrow().passkeys()).containsExactly(passkey.countedTo(8));
        assertThat(passkey.toString()).doesNotContain("aWQ", "a2V5");
    }

    @Test
    void aRollFromBeforeThereWerePasskeysIsReadAndTheFullestFits() throws IOException {
        Path file = temp.resolve("staff.json");
        StaffRoll.at(file).enrol(staff("a", Role.OFFICER));
        String kept = Files.readString(file);
        assertThat(kept).contains("\"passkeys\"");
        Files.writeString(file, kept.replaceAll(",\\s*\"passkeys\" : \\[[^]]*]", ""));
        assertThat(Files.readString(file)).doesNotContain("passkeys");
        assertThat(StaffRoll.at(file).find("a").orElseThrow().passkeys()).isEmpty();

        var fullest = new ArrayList<Staff>();
        for (int i = 0; i < StaffRoll.STAFF_MAX; i++) {
            Staff one = staff("%040d".formatted(i), Role.OFFICER);
            for (int own = 0; own < Staff.PASSKEYS_MAX; own++) {
                String id = (i + "-" + own + "-")
                        .concat("A".repeat(Passkey.ID_LENGTH_MAX))
                        .substring(0, Passkey.ID_LENGTH_MAX);
                one = one.with(new Passkey(id, "A".repeat(Passkey.KEY_LENGTH_MAX), 0xFFFF_FFFFL, true, Instant.EPOCH));
            }
            fullest.add(one);
        }
        Files.write(file, StaffJson.write(fullest));
        assertThat(StaffRoll.at(file).all()).hasSize(StaffRoll.STAFF_MAX);
    }

    @Test
    void withoutAFileNobodyIsEnrolled() {
        assertThat(StaffRoll.at(temp.resolve("none.json")).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1]",
                "[{\"staff\":\"a\"}]",
                "[{\"staff\":\"a\",\"name\":\"n\",\"role\":\"king\",\"pin\":{}}]",
                "[{\"staff\":\"a\",\"name\":\"n\",\"role\":\"officer\",\"pin\":{\"iterations\":99999999,"
                        + "\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"hash\":\"AA==\"}}]"
            })
    void aBrokenRollLetsNobodyInAndIsNamed(String content) throws IOException {
        Path file = temp.resolve("staff.json");
        StaffRoll.at(file).enrol(staff("a", Role.OFFICER));
        Files.writeString(file, content);
        assertThatThrownBy(() -> StaffRoll.at(file).find("a"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("staff.json");
    }

    @Test
    void aRollThatOthersMayReadIsNotUsed() throws IOException {
        Path file = temp.resolve("staff.json");
        StaffRoll.at(file).enrol(staff("a", Role.OFFICER));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> StaffRoll.at(file).all()).hasMessageContaining("chmod 600");
    }

    @Test
    void theSamePinHasAnotherHashForEveryoneAndAShortOneIsRefused() {
        PinHash one = PinHash.of(PIN, PinHash.ITERATIONS, new Random(1));
        assertThat(one.matches(PIN)).isTrue();
        assertThat(PinHash.of(PIN, 100, new Random(2)).salt()).isNotEqualTo(one.salt());
        assertThat(PinHash.ITERATIONS).isGreaterThanOrEqualTo(600_000);
        assertThatThrownBy(() -> PinHash.of("12345", 100, new Random(1))).hasMessageNotContaining("12345");
    }

    private static Staff staff(String id, Role role) {
        return new Staff(id, "某人", role, PinHash.of(PIN, 100, new Random(3)));
    }
}
