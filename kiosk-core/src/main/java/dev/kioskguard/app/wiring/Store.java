package dev.kioskguard.app.wiring;

import dev.kioskguard.app.channel.CommandDeeds;
import dev.kioskguard.app.channel.Outside;
import dev.kioskguard.app.config.Devices;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.config.KioskConfig.Broker;
import dev.kioskguard.app.hop.Hops;
import dev.kioskguard.app.record.JournalRecorder;
import dev.kioskguard.app.record.Recovery;
import dev.kioskguard.app.terminal.CardTokens;
import dev.kioskguard.app.terminal.KnownCards;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.device.Lights;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.web.desk.PageBoard;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a guard keeps across restarts, opened and read.
 *
 * @param latest the time before which nothing may be written any more
 */
record Store(
        Journal journal,
        Recovery recovery,
        ClearanceKeys keys,
        Time time,
        Instant latest,
        KnownCards cards,
        Hops hops) {

    private static final Duration FORGET_EVERY = Duration.ofHours(6);

    static Store open(GuardSetup setup, Parts parts) {
        var secure = new SecureRandom();
        // A clock behind the journal is no reason not to start: transfers are refused until it has caught up.
        Journal file = parts.keep(SqliteJournal.open(setup.data(), Instant.MAX, secure));
        Journal journal = setup.around().over().apply(file);
        Recovery recovery = Recovery.read(journal);
        Instant last = journal.lastAt().orElse(Instant.EPOCH);
        Time time = setup.clock().apply(last);
        Instant now = time.instant();
        Instant latest = last.isAfter(now) ? last : now;
        var tokens = new CardTokens(setup.data(), time, secure);
        Hops hops = hops(setup, tokens, journal, time);
        var cards = new KnownCards(tokens, hops.names());
        return new Store(journal, recovery, ClearanceKeys.open(setup.data(), secure), time, latest, cards, hops);
    }

    private static Hops hops(GuardSetup setup, CardTokens tokens, Journal journal, Time time) {
        KioskConfig config = setup.config().current();
        Broker broker = broker(setup);
        if (broker == null || broker.branchSecret() == null) {
            return Hops.none();
        }
        Path secret = setup.config().folder().resolve(broker.branchSecret());
        return Hops.open(secret, config.terminal().branch(), config.terminal().id(), tokens, journal, time);
    }

    /** Has forgotten, from now on, what is personal and older than the configuration wants it kept. */
    void keepForgetting(Worker worker, GuardSetup setup) {
        worker.every(FORGET_EVERY, () -> {
            Duration retention = setup.config().current().limits().memory().retention();
            journal.forget(time.instant().minus(retention));
        });
    }

    /** Returns what writes the guard's steps, and with each what it says to people. */
    JournalRecorder recorder(PageBoard pages) {
        return new JournalRecorder(
                journal,
                effects -> Stream.concat(pages.letters(effects).stream(), hops.letters(effects).stream())
                        .toList());
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

    private static @Nullable Broker broker(GuardSetup setup) {
        Broker handedIn = setup.around().broker();
        return handedIn == null ? setup.config().current().broker() : handedIn;
    }

    /** Opens the ways outside that the configuration names, or whoever has started the guard. */
    Outside outside(GuardSetup setup, GuardRunner guard, PageBoard pages, CommandDeeds deeds, OpenDevices devices) {
        KioskConfig config = setup.config().current();
        return Outside.open(
                config.calling().over(broker(setup)),
                config.terminal(),
                setup.config().folder(),
                new Outside.Inside(
                        guard,
                        pages,
                        deeds,
                        journal,
                        hops,
                        keys,
                        setup.data(),
                        () -> setup.wording().pack().words(),
                        devices.at(Devices.Place.LIGHTS, Lights.class)));
    }
}
