package dev.kioskguard.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class DataExamTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path data;

    private List<String> examined(Instant now) {
        var examiner = new Examiner(finding -> {});
        var exam = new DataExam(examiner, data, () -> now);
        exam.examine(ZONE);
        exam.drill();
        return examiner.findings().stream().map(Finding::line).toList();
    }

    private void written(Instant at, String kind, ObjectNode open) {
        try (var directory = DataDirectory.open(data);
                var journal = SqliteJournal.open(directory, Instant.MAX, new SecureRandom())) {
            journal.append(new Entry(at, kind, null, open, null));
        }
    }

    private static ObjectNode what(String what) {
        return JsonNodeFactory.instance.objectNode().put("what", what);
    }

    @Test
    void aClockBehindTheJournalFails() {
        written(NOW, "Started", what("guard"));

        assertThat(examined(NOW.minusSeconds(3_600)))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("fail  clock: 2026-11-26 19:00 in Asia/Shanghai, before the journal's last line"));
        assertThat(examined(NOW.plusSeconds(60))).noneMatch(line -> line.startsWith("fail  clock"));
    }

    @Test
    void aClockThatHasForgottenTheYearFails() {
        assertThat(examined(Instant.parse("1970-01-01T00:00:10Z")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("fail  clock: 1970-01-01 08:00")
                        .contains("set the"));
    }

    @Test
    void aDrillOfLateIsEnoughAndAnOldOneIsNot() {
        written(NOW, "Drill", what("over"));

        assertThat(examined(NOW.plusSeconds(3L * 86_400))).contains("pass  drill: the last ended 3 days ago");
        assertThat(examined(NOW.plusSeconds(100L * 86_400)))
                .contains("warn  drill: the last ended 100 days ago -> hold a drill at the desk");
    }

    @Test
    void aDrillThatWasOnlyBegunShowsNothing() {
        written(NOW, "Drill", what("began"));

        assertThat(examined(NOW)).anyMatch(line -> line.startsWith("warn  drill: none was ever held"));
    }

    @Test
    void aGuardAtWorkIsNotDisturbed() {
        try (var held = DataDirectory.open(data)) {
            assertThat(held.path()).isEqualTo(data);
            assertThat(new DataExam(new Examiner(finding -> {}), data, () -> NOW).examine(ZONE))
                    .isTrue();
        }
        assertThat(new DataExam(new Examiner(finding -> {}), data, () -> NOW).examine(ZONE))
                .isFalse();
    }
}
