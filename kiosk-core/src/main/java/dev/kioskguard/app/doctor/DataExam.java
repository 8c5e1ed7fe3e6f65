package dev.kioskguard.app.doctor;

import dev.kioskguard.audit.Chain;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.OwnerOnlyFile;
import dev.kioskguard.audit.sqlite.JournalReader;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.web.desk.drill.DrillBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Examines what a guard keeps: its folder, keys, journal, the disk below and the clock that its lines are dated by. */
final class DataExam {

    /** A guard that cannot write refuses every transfer. */
    private static final long DISK_BYTES_MIN = 200L << 20;

    private static final long DISK_BYTES_WELL = 1L << 30;

    /** Reading a journal of half a year takes a while. */
    private static final Duration JOURNAL_MAX = Duration.ofMinutes(2);

    private static final Duration DRILL_AGE_MAX = Duration.ofDays(90);
    private static final Instant CLOCK_MIN = Instant.parse("2026-01-01T00:00:00Z");

    /** Where a machine says that its clock is set by the network's, where it says so at all. */
    private static final Path CLOCK_SET = Path.of("/run/systemd/timesync/synchronized");

    private static final Set<String> SECRET_ENDINGS = Set.of(".key", ".token", ".pem", ".password");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Examiner examiner;
    private final Path data;
    private final InstantSource clock;
    private @Nullable Instant lastLine;
    private @Nullable Instant lastDrill;

    DataExam(Examiner examiner, Path data, InstantSource clock) {
        this.examiner = examiner;
        this.data = data;
        this.clock = clock;
    }

    /** Examines the folder; returns whether a guard works on it now. */
    boolean examine(ZoneId zone) {
        examiner.check(Item.DISK, "", this::disk);
        boolean runs = false;
        if (Files.isDirectory(data)) {
            var held = new AtomicBoolean();
            examiner.check(Item.DATA, "", () -> {
                held.set(isHeld());
                return Outcome.pass(data + (held.get() ? ", where a guard is at work" : ", writable"));
            });
            runs = held.get();
            examiner.check(Item.KEYS, "", this::keys);
            if (Files.exists(data.resolve(SqliteJournal.FILE))) {
                examiner.check(Item.JOURNAL, "", JOURNAL_MAX, this::journal);
            }
        } else {
            examiner.note(
                    Item.DATA,
                    "",
                    Outcome.warn(
                            data + " is not there yet",
                            "首次启动 ./kiosk run 时生成；请确认运行账户可在该处写入",
                            "it is made at the first start; see that the service's account may write there"));
        }
        examiner.check(Item.CLOCK, "", () -> clock(zone));
        return runs;
    }

    /** Says whether a drill was held of late, which is what shows that people are reached. */
    void drill() {
        Instant last = lastDrill;
        if (last == null) {
            examiner.note(Item.DRILL, "", Outcome.warn("none was ever held at this machine"));
            return;
        }
        Duration ago = Duration.between(last, clock.instant());
        String seen = "the last ended " + ago.toDays() + " days ago";
        examiner.note(Item.DRILL, "", ago.compareTo(DRILL_AGE_MAX) > 0 ? Outcome.warn(seen) : Outcome.pass(seen));
    }

    private Outcome disk() throws IOException {
        Path there = data.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long free = Files.getFileStore(there).getUsableSpace();
        String seen = (free >> 20) + " MB free";
        return free < DISK_BYTES_MIN
                ? Outcome.fail(seen)
                : free < DISK_BYTES_WELL ? Outcome.warn(seen) : Outcome.pass(seen);
    }

    /** Returns whether a guard holds the folder; taking hold of it for a moment is the only way to know. */
    @SuppressWarnings("try") // The hold is only to be given back.
    private boolean isHeld() {
        try (var free = DataDirectory.open(data)) {
            return false;
        } catch (JournalException held) {
            if (held.reason() != JournalException.Reason.LOCKED) {
                throw held;
            }
            return true;
        }
    }

    private Outcome keys() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(data)) {
            files = all.filter(DataExam::isSecret).sorted().toList();
        }
        for (Path file : files) {
            if (OwnerOnlyFile.isExposed(file)) {
                return Outcome.fail(file.getFileName() + " may be read by other accounts");
            }
        }
        return files.isEmpty()
                ? Outcome.warn("none yet", "首次启动 ./kiosk run 时生成", "they are made at the first start")
                : Outcome.pass(files.size() + " files, for the service's account alone");
    }

    private static boolean isSecret(Path file) {
        String name = String.valueOf(file.getFileName());
        return SECRET_ENDINGS.stream().anyMatch(name::endsWith);
    }

    private Outcome journal() {
        try (JournalReader reader = JournalReader.open(data.resolve(SqliteJournal.FILE))) {
            var broken = Chain.verify(reader.all(), List.of());
            long lines = 0;
            for (Line line : reader.all()) {
                lines++;
                note(line);
            }
            String seen = lines + " lines";
            return broken.map(
                            found -> Outcome.fail("broken at line %d: %s".formatted(found.sequence(), found.detail())))
                    .orElse(Outcome.pass(seen + ", a whole chain"));
        }
    }

    private void note(Line line) {
        try {
            Line.Fields fields = line.fields();
            lastLine = fields.at();
            if (fields.kind().equals(DrillBoard.KIND)
                    && fields.open().path("what").asString("").equals("over")) {
                lastDrill = fields.at();
            }
        } catch (JournalException unreadable) {
            // The chain is broken there, which has been said.
        }
    }

    private Outcome clock(ZoneId zone) {
        Instant now = clock.instant();
        String seen = MINUTES.format(now.atZone(zone)) + " in " + zone;
        Instant last = lastLine;
        if (now.isBefore(CLOCK_MIN)) {
            return Outcome.fail(seen + ", which is over");
        }
        if (last != null && now.isBefore(last)) {
            return Outcome.fail(seen + ", before the journal's last line of " + MINUTES.format(last.atZone(zone)));
        }
        return Files.exists(CLOCK_SET)
                ? Outcome.pass(seen + ", set by the network's time")
                : Outcome.warn(
                        seen + "; who sets it cannot be told", "请与标准时间核对", "compare it with a clock that is right");
    }
}
