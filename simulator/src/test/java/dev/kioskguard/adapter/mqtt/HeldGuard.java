package dev.kioskguard.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.channel.CommandDeeds;
import dev.kioskguard.app.channel.Outside;
import dev.kioskguard.app.config.Calling;
import dev.kioskguard.app.config.KioskConfig.Broker;
import dev.kioskguard.app.config.KioskConfig.Terminal;
import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.app.hop.Hops;
import dev.kioskguard.app.wiring.LatePages;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.Verdicts;
import dev.kioskguard.web.desk.after.CloseOuts;
import dev.kioskguard.web.desk.after.MachineAfter;
import dev.kioskguard.web.desk.after.Overview;
import dev.kioskguard.web.desk.after.Packets;
import dev.kioskguard.web.desk.log.DeskLog;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;

/** A guard with its journal and its way to a broker, but no devices: transfers are asked for and held at once. */
final class HeldGuard implements AutoCloseable {

    static final String BRANCH = "B-1";
    static final String MACHINE = "ATM-1";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Shorter than a configuration may have it; the first runs out while a guard that was killed comes back. */
    static final Rota ROTA =
            new Rota(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(2), List.of(), ZONE);

    private static final ContentPack PACK = ContentPacks.read(Path.of("..", "config", "content"));

    private final DataDirectory data;
    private final Journal journal;
    private final PageBoard board;
    private final GuardRunner guard;
    private final Outside outside;
    private final LatePages late;

    /** Opens it on a folder where another may have been before; it goes by the clock of the system. */
    HeldGuard(Path folder, URI broker, Path desks) {
        var random = new SecureRandom();
        data = DataDirectory.open(folder);
        journal = SqliteJournal.open(data, Instant.MAX, random);
        Time time = Time.wall(InstantSource.system());
        board = new PageBoard(MACHINE, journal, time, ROTA);
        var policy = new Policy(Limits.USUAL, PACK.script(), ShippedPolicy.RISK, new Policy.Site(BRANCH, ZONE, true));
        var core = new GuardCore(
                GuardState.EMPTY.with(Means.ALL),
                policy,
                (event, chance, before, decision) -> write(event.at(), decision.effects()),
                new Random(1),
                board::carryOut);
        guard = new GuardRunner(core, time, time.instant(), 64, trouble -> {});
        var log = new DeskLog(journal);
        var verdicts = new Verdicts(guard, board, log);
        var after = new MachineAfter(
                board,
                verdicts,
                new CloseOuts(guard, board, log, () -> PACK),
                new Packets(PACK::words, new Packets.Site("示范支行", "96110", id -> Map.of())),
                new Overview(log, time, ZONE));
        outside = Outside.open(
                Calling.by(new Broker(broker, null, null, null, desks.toString(), null)),
                new Terminal(MACHINE, BRANCH, "示范支行", "96110", ZONE),
                folder,
                new Outside.Inside(
                        guard,
                        board,
                        new CommandDeeds(board, verdicts, after),
                        journal,
                        Hops.none(),
                        ClearanceKeys.open(data, random),
                        data,
                        PACK::words,
                        Optional.empty()));
        guard.start();
        late = LatePages.watch(guard, board);
    }

    private void write(Instant at, List<Effect> effects) {
        journal.append(
                new Entry(at, "Step", null, JsonNodeFactory.instance.objectNode(), null), board.letters(effects));
    }

    /** A customer asks for help on the first screen of a transfer. */
    void holdsATransfer(String transferId) {
        taken(at -> new GuardEvent.VisitBegan(
                at,
                new Visit(
                        "s-" + transferId,
                        "c-" + transferId,
                        "622202******0001",
                        "zh-CN",
                        Visit.Mode.GUARD,
                        Set.of(),
                        at)));
        var request = new TransferRequest(
                TransferRequest.Kind.TRANSFER,
                new Money("CNY", 2_000_000),
                new Payee("张三", "6222020000001234", "ICBC", null, new Payee.Standing(null, true, false)),
                new Payer(null, "ICBC", null, new Payer.History(null, null, null, 0.1, false)),
                null);
        taken(at -> new GuardEvent.TransferRequested(
                at, transferId, "s-" + transferId, request, null, null, LookUp.NOTHING, null));
        String screen = Objects.requireNonNull(
                        Objects.requireNonNull(guard.state().open()).screen())
                .id();
        taken(at -> new GuardEvent.ChoiceMade(at, screen, "help"));
    }

    /**
     * A person is called, written first and then done as a step of the guard is; of what is not a transfer under way.
     *
     * @return when
     */
    Instant callsInVain(String transferId) {
        guard.between(at -> {
                    var call = new Effect.RaisePage(at, transferId, Tier.RED.word(), List.of("cheated"));
                    write(at, List.of(call));
                    board.carryOut(call);
                })
                .toCompletableFuture()
                .join();
        return board.known("p-" + transferId).raisedAt();
    }

    /** The customer takes the card and goes; the page of a transfer that this guard never knew is closed out. */
    void isLeft(String transferId) {
        if (guard.state().visit() != null) {
            taken(at -> new GuardEvent.VisitEnded(at, "s-" + transferId));
        }
        guard.between(at -> board.said("p-" + transferId, Happening.OVER, "lobby", at))
                .toCompletableFuture()
                .join();
    }

    private void taken(Function<Instant, GuardEvent> event) {
        assertThat(guard.offer(event).toCompletableFuture().join()).isInstanceOf(Reply.Taken.class);
    }

    /** Returns the lines of a kind, as {@code what page}. */
    List<String> lines(String kind, String what) {
        var found = new ArrayList<String>();
        for (Line line : journal.all()) {
            Line.Fields fields = line.fields();
            if (fields.kind().equals(kind)) {
                found.add(fields.open().path(what).asString() + " "
                        + fields.open().path("page").asString());
            }
        }
        return found;
    }

    /** Returns the lines about pages that nobody of the staff has brought about, as {@code at level page}. */
    List<String> levels() {
        var found = new ArrayList<String>();
        for (Line line : journal.all()) {
            Line.Fields fields = line.fields();
            if (fields.kind().equals("Page") && !fields.open().has("staff")) {
                found.add("%s %d %s"
                        .formatted(
                                fields.at(),
                                fields.open().path("level").asInt(),
                                fields.open().path("page").asString()));
            }
        }
        return found;
    }

    @Override
    public void close() {
        late.close();
        outside.close();
        guard.close();
        journal.close();
        data.close();
    }
}
