package dev.kioskguard.app.desk;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FirstHeadTest {

    private DataDirectory data;
    private StaffRoll roll;

    @BeforeEach
    void aNewMachine(@TempDir Path temp) {
        data = DataDirectory.open(temp);
        roll = StaffRoll.at(data.file("staff.json"));
    }

    @AfterEach
    void closes() {
        data.close();
    }

    @Test
    void whereNobodyCanEnrolAnybodyAHeadIsEnrolledWhosePinIsInAFileUntilItIsChanged() throws IOException {
        Staff head = FirstHead.wanted(data, roll, new Random(1)).orElseThrow();
        assertThat(head.role()).isEqualTo(Role.HEAD_OF_BRANCH);
        assertThat(head.firstPin())
                .as("nothing is done with it but choosing another")
                .isTrue();
        Path file = data.file(FirstHead.FILE);
        JsonNode told = JsonMapper.builder().build().readTree(Files.readString(file));
        assertThat(told.path("staff").asString()).isEqualTo(head.id());
        assertThat(head.pin().matches(told.path("pin").asString())).isTrue();
        assertThat(OwnerOnlyFile.isExposed(file)).isFalse();

        roll.enrol(head);
        assertThat(FirstHead.wanted(data, roll, new Random(2)))
                .as("at the next start")
                .isEmpty();
        FirstHead.forget(data, roll);
        assertThat(file).exists();
        roll.enrol(new Staff(head.id(), head.name(), head.role(), head.pin()));
        FirstHead.forget(data, roll);
        assertThat(file).doesNotExist();
    }
}
