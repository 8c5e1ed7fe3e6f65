package dev.kioskguard.sim.measure.fleet;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.paging.channel.Sheet;
import dev.kioskguard.paging.channel.Station;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.PageEvents;
import dev.kioskguard.web.desk.PageSheets;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.http.Json;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The pages of one machine, as its way outside sees them: raised on demand, taken as the desk says. Thread-safe. */
final class FleetMachine implements Station {

    private static final String NAME = "ATM-%04d";
    private static final int LINES_MAX = 100;
    private static final List<String> REASONS = List.of("call-at-ear", "paper-note");

    private final String name;
    private final Outfit outfit;
    private final Calls calls;
    private final Journal journal;
    private final PageBoard board;
    private final PageSheets sheets;
    private long told;

    FleetMachine(String name, Outfit outfit, Calls calls) {
        this.name = name;
        this.outfit = outfit;
        this.calls = calls;
        this.journal = new MemoryJournal(outfit.random());
        this.board = new PageBoard(name, journal, outfit.time(), Rota.usual(ZoneOffset.UTC));
        this.sheets = new PageSheets(board, outfit::words, page -> true);
    }

    /** Returns the name of the machine of this number. */
    static String name(int number) {
        return NAME.formatted(number);
    }

    void onChanged(Runnable changed) {
        board.onChanged(page -> changed.run());
    }

    /** Somebody is called because of a transfer. */
    void calls(String transferId) {
        calls.raised(Page.idFor(transferId));
        var call = new Effect.RaisePage(outfit.time().instant(), transferId, Tier.RED.word(), REASONS);
        synchronized (board) {
            board.carryOut(call);
        }
    }

    /** The transfer has ended. */
    void isOver(String transferId) {
        synchronized (board) {
            board.carryOut(new Effect.ClosePage(transferId));
        }
    }

    @Override
    public String machine() {
        return name;
    }

    @Override
    public List<Sheet> standing() {
        return sheets.standing();
    }

    @Override
    public String status(String word) {
        var status = Map.of(
                "machine", name,
                "state", word,
                "at", outfit.time().instant().toString(),
                "transfersRefusedBecause", List.of(),
                "checkpoint", outfit.checkpoint());
        return Json.text(status);
    }

    @Override
    public synchronized List<Told> untold(int max) {
        var untold = new ArrayList<Told>();
        for (Line line : journal.lines(told, Math.min(max, LINES_MAX))) {
            PageEvents.told(name, line).ifPresent(untold::add);
        }
        return untold;
    }

    @Override
    public synchronized void told(Told last) {
        told = last.number();
    }

    /** Whoever is on the way is written down, and the desk is told so. */
    @Override
    public CompletionStage<Optional<String>> command(String token) {
        DeskCommand command = DeskCommand.read(token, outfit.desks());
        String page = command.target().page();
        synchronized (board) {
            board.said(page, Happening.TAKEN, command.staff(), outfit.time().instant());
        }
        calls.answered(page);
        String answer = Json.text(
                Map.of("messageId", name + "/" + command.actionId(), "kind", "answer", "actionId", command.actionId()));
        return CompletableFuture.completedFuture(Optional.of(answer));
    }

    @Override
    public void refused(String kind, String detail) {
        calls.refused(kind);
    }
}
