package dev.kioskguard.app.wiring;

import dev.kioskguard.app.channel.Outside;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.config.KioskConfig.Broker;
import dev.kioskguard.app.record.JournalRecorder;
import dev.kioskguard.app.record.Recovery;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.Verdicts;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * What a guard keeps across restarts, opened and read.
 *
 * @param latest the time before which nothing may be written any more
 */
record Store(Journal journal, Recovery recovery, ClearanceKeys keys, Time time, Instant latest) {

    static Store open(GuardSetup setup, Parts parts) {
        var secure = new SecureRandom();
        // A clock behind the journal is no reason not to start: transfers are refused until it has caught up.
        Journal file = parts.keep(SqliteJournal.open(setup.data(), Instant.MAX, secure));
        Journal journal = setup.around().over().apply(file);
        Recovery recovery = Recovery.read(journal);
        Instant last = journal.lastAt().orElse(Instant.EPOCH);
        Time time = setup.clock().apply(last);
        Instant now = time.instant();
        return new Store(
                journal, recovery, ClearanceKeys.open(setup.data(), secure), time, last.isAfter(now) ? last : now);
    }

    /** Returns what writes the guard's steps, and with each what it says to people. */
    JournalRecorder recorder(PageBoard pages) {
        return new JournalRecorder(journal, pages::letters);
    }

    /** Returns what signs clearances and is kept by the journal. */
    Clearances clearances(GuardSetup setup) {
        return new Clearances(
                keys,
                journal,
                setup.config().current().terminal().id(),
                () -> setup.wording().pack().version(),
                () -> setup.config().current().clearance().life());
    }

    /** Opens the way outside that the configuration names, if it names one. */
    Outside outside(GuardSetup setup, GuardRunner guard, PageBoard pages, Verdicts verdicts) {
        KioskConfig config = setup.config().current();
        Broker handedIn = setup.around().broker();
        Broker broker = handedIn == null ? config.broker() : handedIn;
        if (broker == null) {
            return Outside.none();
        }
        return Outside.open(
                broker,
                config.terminal(),
                setup.config().folder(),
                new Outside.Inside(
                        guard,
                        pages,
                        verdicts,
                        journal,
                        keys,
                        setup.data(),
                        () -> setup.wording().pack().words()));
    }
}
