package dev.kioskguard.web.desk;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.paging.channel.Station.Told;
import dev.kioskguard.web.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What has happened to pages, read off the journal from the line up to which the outside has confirmed. The place is
 * kept in a file, so that no line is left out; one that was confirmed in the moment of a crash is told twice, under the
 * same id. Thread-safe.
 */
public final class PageEvents {

    private static final String FILE = "told-outside";

    /** Lines that are looked through at once. */
    private static final int LINES_MAX = 500;

    private static final String MARK = "\"kind\":\"" + PageBoard.KIND + "\"";

    private final String machine;
    private final Journal journal;
    private final DataDirectory data;
    private long told;

    private PageEvents(String machine, Journal journal, DataDirectory data) {
        this.machine = machine;
        this.journal = journal;
        this.data = data;
    }

    /** Goes on where the last process left off; without one, with what happens from now on. */
    public static PageEvents open(String machine, Journal journal, DataDirectory data) {
        var events = new PageEvents(machine, journal, data);
        events.told = read(data.file(FILE), journal.head().sequence());
        events.keep();
        return events;
    }

    /** A place that cannot be read, or lies behind the end, is that of another journal. */
    private static long read(Path file, long head) {
        try {
            long kept =
                    Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : head;
            return kept < 0 || kept > head ? head : kept;
        } catch (NumberFormatException damaged) {
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Returns what the outside has not confirmed, in order. */
    public synchronized List<Told> untold(int max) {
        var untold = new ArrayList<Told>();
        long looked = told;
        List<Line> lines = journal.lines(looked, LINES_MAX);
        while (!lines.isEmpty() && untold.size() < max) {
            for (Line line : lines) {
                looked = line.sequence();
                if (untold.size() < max) {
                    told(machine, line).ifPresent(untold::add);
                }
            }
            lines = untold.size() < max ? journal.lines(looked, LINES_MAX) : List.of();
        }
        if (untold.isEmpty()) {
            told = looked;
        }
        return untold;
    }

    /** Returns what is told of a line that one machine has written; nothing where it is about no page. */
    public static Optional<Told> told(String machine, Line line) {
        if (!line.text().contains(MARK)) {
            return Optional.empty();
        }
        Line.Fields fields = line.fields();
        if (!fields.kind().equals(PageBoard.KIND)) {
            return Optional.empty();
        }
        var event = new LinkedHashMap<String, Object>();
        event.put("messageId", machine + "/" + fields.seq());
        event.put("kind", "page");
        event.put("at", fields.at().toString());
        for (String name : List.of("page", "transferId", "state", "level", "tier")) {
            event.put(name, fields.open().path(name));
        }
        return Optional.of(new Told(fields.seq(), Json.text(event)));
    }

    /** Notes that the outside has confirmed everything up to this one. */
    public synchronized void told(Told last) {
        told = Math.max(told, last.number());
        keep();
    }

    private void keep() {
        data.publish(FILE, Long.toString(told).getBytes(StandardCharsets.US_ASCII));
    }
}
