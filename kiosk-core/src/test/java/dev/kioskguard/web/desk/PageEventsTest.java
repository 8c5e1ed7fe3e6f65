package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.paging.channel.Station.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class PageEventsTest {

    private final Journal journal = new MemoryJournal(new SecureRandom());

    @TempDir
    private Path folder;

    private DataDirectory data;

    @BeforeEach
    void opens() {
        data = DataDirectory.open(folder);
    }

    @AfterEach
    void closes() {
        data.close();
    }

    @Test
    void onlyWhatHappenedToPagesIsToldAndOnlyUntilItIsConfirmed() {
        page("before");
        PageEvents events = open();
        for (int i = 0; i < 3; i++) {
            step();
            page("p-" + i);
        }
        List<Told> untold = events.untold(2);
        assertThat(untold)
                .extracting(Told::text)
                .first()
                .asString()
                .isEqualTo("{\"messageId\":\"ATM-1/3\",\"kind\":\"page\",\"at\":\"2026-01-01T00:00:00Z\","
                        + "\"page\":\"p-0\",\"transferId\":\"t-1\",\"state\":\"raised\",\"level\":1,\"tier\":\"red\"}");
        assertThat(events.untold(2)).as("nobody has confirmed them").isEqualTo(untold);
        events.told(untold.get(1));
        assertThat(events.untold(10)).extracting(Told::number).containsExactly(7L);
    }

    @Test
    void anotherProcessGoesOnWhereTheLastOneLeftOff() {
        PageEvents events = open();
        page("p-0");
        page("p-1");
        events.told(events.untold(10).get(0));
        assertThat(open().untold(10)).extracting(Told::number).containsExactly(2L);
    }

    @Test
    void manyLinesOfAQuietDayAreLookedThrough() {
        PageEvents events = open();
        for (int i = 0; i < 1_700; i++) {
            step();
        }
        page("p-0");
        assertThat(events.untold(1)).extracting(Told::number).containsExactly(1_701L);
        assertThat(events.untold(1)).hasSize(1);
    }

    @Test
    void aPlaceOfAnotherJournalIsNoPlace() throws IOException {
        page("p-0");
        for (String kept : List.of("99", "-1", "none", "")) {
            Files.writeString(folder.resolve("told-outside"), kept);
            assertThat(open().untold(10)).as(kept).isEmpty();
        }
        Files.writeString(folder.resolve("told-outside"), "0");
        assertThat(open().untold(10)).as("control").hasSize(1);
    }

    private PageEvents open() {
        return PageEvents.open("ATM-1", journal, data);
    }

    private void page(String id) {
        var open = JsonNodeFactory.instance
                .objectNode()
                .put("page", id)
                .put("transferId", "t-1")
                .put("state", "raised")
                .put("level", 1)
                .put("tier", "red")
                .put("staff", "lobby");
        journal.append(new Entry(Instant.parse("2026-01-01T00:00:00Z"), PageBoard.KIND, null, open, null));
    }

    private void step() {
        journal.append(new Entry(
                Instant.parse("2026-01-01T00:00:00Z"),
                "TimePassed",
                null,
                JsonNodeFactory.instance.objectNode(),
                null));
    }
}
