package dev.kioskguard.app.branch;

import dev.kioskguard.app.channel.Channels;
import dev.kioskguard.app.channel.Refusals;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.desk.DeskReach;
import dev.kioskguard.app.desk.DeskStaff;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.app.wiring.Worker;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.content.Words;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.channel.BranchChannel;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.desk.PageRoutes;
import dev.kioskguard.web.desk.VerdictRoutes;
import dev.kioskguard.web.desk.after.AfterRoutes;
import dev.kioskguard.web.desk.branch.BranchAfter;
import dev.kioskguard.web.desk.branch.BranchBoard;
import dev.kioskguard.web.desk.branch.BranchDesk;
import dev.kioskguard.web.desk.branch.BranchMachines;
import dev.kioskguard.web.desk.branch.Commands;
import dev.kioskguard.web.desk.drill.DrillRoutes;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.Reach;
import dev.kioskguard.web.http.access.Secrets;
import dev.kioskguard.web.http.stream.SseStreams;
import dev.kioskguard.web.http.tls.ServerIdentity;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** The desk of a branch at work, from its journal to its listener. Closing it ends everything it has begun. */
public final class BranchOffice implements AutoCloseable {

    /** What lies in a machine's own folder to be finished there is read at that machine's own desk. */
    private static final Set<Deed> OFFERED = EnumSet.complementOf(EnumSet.of(Deed.DRAFT));

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofSeconds(10);
    private static final int ACTION_ID_BYTES = 16;
    private static final int NAME_LENGTH = 12;

    private final Parts parts;
    private final Turns turns;
    private final SecureRandom secure = new SecureRandom();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final CompletableFuture<BranchChannel> channel = new CompletableFuture<>();
    private final SigningKey key;
    private final Path publicKey;
    private final BranchBoard board;
    private final PageRoutes pages;
    private final BranchDrill drill;
    private final Worker worker;
    private final Listener listener;
    private final Reach reach;

    private BranchOffice(Setup setup, Parts parts) {
        this.parts = parts;
        key = DeskKey.open(setup.data, secure);
        publicKey = setup.data.file(DeskKey.PUBLIC_FILE);
        Journal journal = parts.keep(SqliteJournal.open(setup.data, Instant.MAX, secure));
        turns = new OneByOne(InstantSource.system(), journal.lastAt().orElse(Instant.EPOCH));
        board = new BranchBoard(turns.time().instant());
        var commands = new Commands(
                new Commands.Signed(setup.access.branch(), key, Commands.LIFE),
                turns,
                journal,
                (machine, token) -> channel.join().command(machine, token));
        DeskStaff staff = DeskStaff.open(setup.data, turns, journal);
        var streams = new SseStreams("desk", setup.config.limits().load().eventStreams());
        var machines = new BranchMachines(board, commands, turns, () -> Secrets.text(ACTION_ID_BYTES, secure));
        var desk = new BranchDesk(machines, () -> channel.join().status().detail());
        pages = new PageRoutes(desk, staff.sessions(), streams);
        Words words = ContentPacks.read(
                        setup.folder.resolve(setup.config.content().folder()))
                .words();
        drill = BranchDrill.of(
                setup.config.rota(),
                board,
                turns,
                new DrillRoutes.Desk(staff.sessions(), () -> words, journal),
                streams);
        worker = parts.keep(new Worker("desk"));
        reach = DeskReach.of(setup.config.desk(), setup.data);
        var ears = new BranchEars(board, commands, new Refusals(turns, journal), turns, this::changed);
        channel.complete(parts.keep(Channels.ofBranch(setup.access.uri().getScheme())
                .open(setup.access, key.id().substring(0, NAME_LENGTH), ears)));
        listener = parts.keep(listener(setup.portBase, desk, new BranchAfter(machines), staff));
        staff.reachedAt(listener.named());
        parts.keep(streams);
        worker.every(LOOK_EVERY, this::look);
        worker.every(LOOK_EVERY, drill::look);
        worker.every(LOOK_EVERY, () -> streams.closeUnless(staff.sessions()::holds));
        worker.every(TIDY_EVERY, staff::tidy);
    }

    /**
     * Opens the desk, without waiting for broker or machines.
     *
     * @throws RuntimeException saying what to do, when something it cannot do without is not to be had; nothing is left
     *     open then
     */
    public static BranchOffice open(Setup setup) {
        var parts = new Parts();
        try {
            var office = new BranchOffice(setup, parts);
            DeskReach.publishCard(setup.data, office.reach, office.uri());
            return office;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private Listener listener(int portBase, BranchDesk desk, BranchAfter after, DeskStaff staff) {
        DeskSessions sessions = staff.sessions();
        return Listener.start(
                ListenerSettings.of("desk", portBase == 0 ? 0 : portBase + 1).reachedFrom(reach), routes -> {
                    pages.addTo(routes);
                    new VerdictRoutes(desk, sessions).addTo(routes);
                    new AfterRoutes(after, sessions).addTo(routes);
                    drill.addTo(routes);
                    staff.addTo(routes, OFFERED);
                });
    }

    /** However much comes at once, it is told as it stands by then. */
    private void changed() {
        if (telling.compareAndSet(false, true)) {
            worker.thread().execute(() -> {
                telling.set(false);
                drill.look();
                pages.changed();
            });
        }
    }

    private void look() {
        if (board.look(turns.time().instant())) {
            pages.changed();
        }
    }

    public URI uri() {
        return listener.uri().resolve("/desk");
    }

    /** Returns the id of the key by which machines know this desk. */
    public String keyId() {
        return key.id();
    }

    /** Returns the file, a JWK set, that machines name in {@code paging.broker.desks}. */
    public Path publicKey() {
        return publicKey;
    }

    /** Returns the fingerprint of the certificate that is shown under TLS; empty in the clear. */
    public Optional<String> fingerprint() {
        return Optional.ofNullable(reach.identity()).map(ServerIdentity::fingerprint);
    }

    @Override
    public void close() {
        parts.close();
    }

    /**
     * What a desk is opened with.
     *
     * @param config of which {@code desk}, {@code limits}, {@code paging} and {@code content} count here
     * @param folder from which the content is meant that {@code config} names
     * @param portBase the desk listens on the port after it; 0 for a free one
     */
    public record Setup(DataDirectory data, KioskConfig config, Path folder, ChannelAccess access, int portBase) {}
}
