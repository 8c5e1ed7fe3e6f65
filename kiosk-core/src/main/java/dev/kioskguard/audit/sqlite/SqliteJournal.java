package dev.kioskguard.audit.sqlite;

import dev.kioskguard.audit.ChainTip;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.JournalException.Reason;
import dev.kioskguard.audit.Letter;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.seal.MasterKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The journal of a terminal, in {@code journal.db} of its data folder: write-ahead log, one transaction and one flush
 * to the disk a line. Readers in other processes do not hold it up.
 */
public final class SqliteJournal implements Journal {
    public static final String FILE = "journal.db";
    public static final String KEY_FILE = "journal.key";

    /** Years of visits; a journal that grew beyond is a fault, and must not take the whole disk with it. */
    public static final long BYTES_MAX = 8L << 30;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Connection connection;
    private final EntryTable entries;
    private final LetterTable letters;
    private final VisitKeyTable keys;
    private final SecureRandom random;
    private ChainTip tip = ChainTip.START;
    private boolean tipKnown;

    private SqliteJournal(Path file, Connection connection, MasterKey master, SecureRandom random) {
        this.file = file;
        this.connection = connection;
        this.entries = new EntryTable(connection);
        this.letters = new LetterTable(connection);
        this.keys = new VisitKeyTable(connection, master);
        this.random = random;
    }

    /**
     * Opens the journal of the folder, or begins one, after a look at its last lines.
     *
     * @param now checked against the last line's time
     * @throws JournalException if the file is damaged, locked or not writable, if its key is missing, or if the clock
     *     went back
     */
    public static SqliteJournal open(DataDirectory directory, Instant now, SecureRandom random) {
        return open(directory, now, random, BYTES_MAX);
    }

    static SqliteJournal open(DataDirectory directory, Instant now, SecureRandom random, long bytesMax) {
        MasterKey master = master(directory, random);
        Path file = directory.ownerOnly(FILE);
        try {
            SqliteJournal journal = new SqliteJournal(file, SqliteFile.write(file, bytesMax), master, random);
            journal.check(now);
            return journal;
        } catch (SQLException e) {
            throw SqliteTrouble.of(file, e);
        }
    }

    private static MasterKey master(DataDirectory directory, SecureRandom random) {
        try {
            return MasterKey.of(directory.secret(KEY_FILE, () -> MasterKey.fresh(random)));
        } catch (IllegalArgumentException e) {
            throw new JournalException(Reason.KEY, directory.file(KEY_FILE) + " is damaged: restore it", e);
        }
    }

    private void check(Instant now) throws SQLException {
        try {
            tip = entries.tip();
            tipKnown = true;
            tip.checkClock(now);
            keys.checkMaster(KEY_FILE, file);
        } catch (SQLException | JournalException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public synchronized Head append(Entry entry, List<Letter> caused) {
        return asked(() -> {
            if (!tipKnown) {
                tip = entries.tip();
            }
            tip.checkClock(entry.at());
            Line line = tip.next(entry, sealed(entry));
            // Until the disk has answered nobody knows whether the line is there: after trouble, look again.
            tipKnown = false;
            letters.beside(caused, () -> entries.insert(line));
            tip = tip.after(line, entry.at());
            tipKnown = true;
            return tip.head();
        });
    }

    private @Nullable String sealed(Entry entry) throws SQLException {
        if (entry.personal() == null) {
            return null;
        }
        String visit = Objects.requireNonNull(entry.visit());
        return keys.keyFor(visit, entry.at(), random)
                .seal(tip.nextSequence(), visit, JSON.writeValueAsBytes(entry.personal()), random);
    }

    @Override
    public synchronized List<Letter> letters() {
        return asked(letters::all);
    }

    @Override
    public synchronized Head head() {
        return tip.head();
    }

    @Override
    public synchronized Optional<Instant> lastAt() {
        return Optional.ofNullable(tip.lastAt());
    }

    @Override
    public synchronized List<Line> lines(long after, int max) {
        return asked(() -> entries.after(after, max));
    }

    @Override
    public synchronized Optional<ObjectNode> personal(Line.Fields line) {
        String visit = line.visit();
        String sealed = line.sealed();
        if (sealed == null || visit == null) {
            return Optional.empty();
        }
        return asked(() -> keys.find(visit)
                .flatMap(key -> key.open(line.seq(), visit, sealed))
                .map(bytes -> (ObjectNode) JSON.readTree(bytes)));
    }

    @Override
    public synchronized int forget(Instant before) {
        return asked(() -> {
            int forgotten = keys.destroy(before);
            if (!entries.emptyLog()) {
                throw new JournalException(
                        Reason.LOCKED,
                        "the keys are destroyed, but another process is reading " + file
                                + " and keeps copies of them in its log: forget again once it has ended");
            }
            return forgotten;
        });
    }

    @Override
    public Optional<JournalException> obstacle() {
        return SqliteTrouble.obstacle(file);
    }

    @Override
    public synchronized void close() {
        asked(() -> {
            entries.close();
            connection.close();
            return file;
        });
    }

    private <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw SqliteTrouble.of(file, connection, e);
        }
    }

    /** Something that is read from the file. */
    private interface Question<T> {
        T ask() throws SQLException;
    }
}
