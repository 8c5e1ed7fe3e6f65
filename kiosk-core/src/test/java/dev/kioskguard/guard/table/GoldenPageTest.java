package dev.kioskguard.guard.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.table.Row.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole policy, printed. A change of policy changes this page, and a reviewer from the bank can read it. */
class GoldenPageTest {

    @Test
    void theWholePolicyIsThePrintedOne() throws IOException {
        String printed = page();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/guard-table.txt"), printed);
        try (var golden = GoldenPageTest.class.getResourceAsStream("guard-table.txt")) {
            assertThat(golden)
                    .as("the golden page; target/guard-table.txt is what it would be now")
                    .isNotNull();
            assertThat(printed).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String page() {
        var page = new StringBuilder();
        for (Stage stage : Stage.values()) {
            for (Turn turn : Turn.values()) {
                GuardTable.row(stage, turn)
                        .ifPresent(row -> page.append("%-14s %-21s -> %-14s %s"
                                        .formatted(stage, turn, target(row.to(), stage), duties(row))
                                        .stripTrailing())
                                .append('\n'));
            }
        }
        return page.toString();
    }

    private static String target(Target target, Stage here) {
        if (target instanceof Target.To to) {
            return to.stage().name();
        }
        return target instanceof Target.Back ? "(back)" : here.name();
    }

    private static String duties(Row row) {
        return row.duties().stream().map(Duty::name).collect(Collectors.joining(" "));
    }
}
