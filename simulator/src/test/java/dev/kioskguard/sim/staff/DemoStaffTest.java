package dev.kioskguard.sim.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.OwnerOnlyFile;
import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.staff.Staff;
import dev.kioskguard.web.desk.staff.StaffRoll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoStaffTest {

    @TempDir
    private Path temp;

    @Test
    void onePersonOfEachRoleIsEnrolledWithThePinThatTheFileTells() throws IOException {
        try (var data = DataDirectory.open(temp)) {
            DemoStaff.enrol(data, new Random(1));

            Path file = data.file(DemoStaff.FILE);
            assertThat(OwnerOnlyFile.isExposed(file)).isFalse();
            StaffRoll roll = StaffRoll.at(data.file("staff.json"));
            assertThat(roll.all()).extracting(Staff::role).containsExactlyInAnyOrder(Role.values());
            JsonNode told = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
            assertThat(told.size()).isEqualTo(4);
            JsonNode first = told.get(0);
            Staff staff = roll.find(first.get("staff").stringValue()).orElseThrow();
            assertThat(staff.name()).isEqualTo(first.get("name").stringValue());
            assertThat(staff.role().word()).isEqualTo(first.get("role").stringValue());
            assertThat(staff.pin().matches(first.get("pin").stringValue())).isTrue();
            assertThat(staff.pin().matches("not-the-pin")).as("control").isFalse();

            DemoStaff.enrol(data, new Random(2));
            assertThat(JsonMapper.builder().build().readTree(Files.readAllBytes(file)))
                    .as("a second start changes nobody's PIN")
                    .isEqualTo(told);
        }
    }
}
