package dev.kioskguard.web.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.web.desk.draft.Drafts.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {

    @TempDir
    private Path temp;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyButTheServicesAccountReadsThem() throws IOException {
        Path folder = temp.resolve("drafts");
        new Drafts(folder).keep("romance-2026-01", id -> new Draft("card", "story"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String file : new String[] {"romance-2026-01-1.case.yaml", "romance-2026-01-1.story.yaml"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondOneOfTheMonthHasAnotherIdAndOverwritesNothing() throws IOException {
        var drafts = new Drafts(temp.resolve("drafts"));
        assertThat(drafts.keep("romance-2026-01", id -> new Draft(null, "first")))
                .contains("romance-2026-01-1");
        assertThat(drafts.keep("romance-2026-01", id -> new Draft(null, "second")))
                .contains("romance-2026-01-2");
        assertThat(drafts.find("romance-2026-01-1").orElseThrow().story()).isEqualTo("first");
        assertThat(drafts.find("romance-2026-01-1").orElseThrow().card()).isNull();
        assertThat(drafts.find("../drafts/romance-2026-01-1")).isEmpty();
    }

    @Test
    void aFullFolderTakesNoMoreUntilAPersonHasTakenSomeOut() throws IOException {
        Path folder = temp.resolve("drafts");
        var drafts = new Drafts(folder);
        for (int i = 0; i < Drafts.DRAFTS_MAX; i++) {
            assertThat(drafts.keep("prize-2026-01", id -> new Draft(null, "story")))
                    .isPresent();
        }
        assertThat(drafts.keep("prize-2026-01", id -> new Draft(null, "story"))).isEmpty();
        Files.delete(folder.resolve("prize-2026-01-7.story.yaml"));
        assertThat(drafts.keep("prize-2026-01", id -> new Draft(null, "story"))).contains("prize-2026-01-7");
    }
}
