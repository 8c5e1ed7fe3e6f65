package dev.kioskguard.web.desk.after;

import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.Verdicts;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is left to do at this machine, for its own desk and for those elsewhere; it ends in the machine's journal. */
public final class MachineAfter implements AfterDesk {

    private final PageBoard board;
    private final Verdicts verdicts;
    private final CloseOuts closeOuts;
    private final Packets packets;
    private final Overview overview;

    public MachineAfter(PageBoard board, Verdicts verdicts, CloseOuts closeOuts, Packets packets, Overview overview) {
        this.board = board;
        this.verdicts = verdicts;
        this.closeOuts = closeOuts;
        this.packets = packets;
        this.overview = overview;
    }

    /** Returns where close-outs are written. */
    public CloseOuts closeOuts() {
        return closeOuts;
    }

    @Override
    public CompletionStage<Map<String, Object>> form(String page, String staff) {
        board.known(page);
        return CompletableFuture.completedFuture(closeOuts.form());
    }

    @Override
    public CompletionStage<Map<String, Object>> close(String page, Closure closure, String staff) {
        return closeOuts.close(board.known(page), closure, staff);
    }

    @Override
    public CompletionStage<Map<String, Object>> packet(String page, String staff) {
        return CompletableFuture.completedFuture(packets.of(board.known(page)));
    }

    @Override
    public CompletionStage<Map<String, Object>> overview(String staff) {
        return CompletableFuture.completedFuture(overview.body());
    }

    @Override
    public CompletionStage<Map<String, Object>> patrol(String staff) {
        return verdicts.patrolled(staff).thenApply(done -> Map.of("staff", staff));
    }
}
