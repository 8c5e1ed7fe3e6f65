package dev.kioskguard.audit.bench;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Durable lines of the journal and bare appends of the same bytes, taken in turn so that whatever else the disk does
 * falls on both alike.
 */
public final class AppendBenchmark {

    private static final int WARM_UP_LINES = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AppendBenchmark() {}

    /**
     * Measures in a folder on the disk that is asked about.
     *
     * @param folder empty or not there yet; what is written stays
     * @param lines measurements of each kind, at least 100 for a 99th percentile that means something
     */
    public static AppendFigures run(Path folder, int lines) throws IOException {
        try (DataDirectory directory = DataDirectory.open(folder);
                Journal journal = SqliteJournal.open(directory, Instant.EPOCH, new SecureRandom());
                FileChannel bare = FileChannel.open(
                        directory.file("bare"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            measure(journal, bare, 0, WARM_UP_LINES);
            return measure(journal, bare, WARM_UP_LINES, lines);
        }
    }

    private static AppendFigures measure(Journal journal, FileChannel bare, int from, int lines) throws IOException {
        var journalNanos = new ArrayList<Long>(lines);
        var bareNanos = new ArrayList<Long>(lines);
        for (int n = 0; n < lines; n++) {
            Entry entry = entry(from + n);
            long began = System.nanoTime();
            long sequence = journal.append(entry).sequence();
            journalNanos.add(System.nanoTime() - began);

            byte[] bytes = journal.lines(sequence - 1, 1).get(0).text().getBytes(StandardCharsets.UTF_8);
            began = System.nanoTime();
            bare.write(ByteBuffer.wrap(bytes));
            bare.force(true);
            bareNanos.add(System.nanoTime() - began);
        }
        return new AppendFigures(journalNanos, bareNanos);
    }

    /** Returns a step of a guarded transfer as the guard would write it, every tenth with a personal part. */
    private static Entry entry(int n) {
        ObjectNode open = JSON.createObjectNode()
                .put("event", "answered")
                .put("from", "ask")
                .put("to", "warning")
                .put("transfer", "t-" + n / 20)
                .put("effects", "show warning, say warning, set deadline PT30S");
        ObjectNode personal = n % 10 == 0 ? JSON.createObjectNode().put("choice", "family-support") : null;
        return new Entry(Instant.EPOCH.plusSeconds(n), "step", "visit-" + n / 40, open, personal);
    }
}
