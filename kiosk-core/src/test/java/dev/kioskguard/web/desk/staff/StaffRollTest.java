package dev.kioskguard.web.desk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.paging.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
