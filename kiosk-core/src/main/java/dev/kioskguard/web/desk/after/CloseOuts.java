package dev.kioskguard.web.desk.after;

import dev.kioskguard.audit.Line;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Text;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.log.DeskLog;
import dev.kioskguard.web.front.Changes;
import dev.kioskguard.web.http.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Closing out at this machine: what a page was, and what helped. It ends a page that nothing else ends. */
public final class CloseOuts {

    private final GuardRunner guard;
    private final PageBoard board;
    private final DeskLog log;
    private final Supplier<ContentPack> pack;
    private volatile BiConsumer<Page, Closure> listener = (page, closure) -> {};

    public CloseOuts(GuardRunner guard, PageBoard board, DeskLog log, Supplier<ContentPack> pack) {
        this.guard = guard;
        this.board = board;
        this.log = log;
        this.pack = pack;
    }

    /** Registers who is told of each close-out once it is written; it must return at once. */
    public void onClosedOut(BiConsumer<Page, Closure> told) {
        listener = told;
    }

    /** Returns what there is to choose from: {@code was: [{id, zh, en}], helped}. */
    Map<String, Object> form() {
        return Map.of("was", kinds(), "helped", Closure.HELPED);
    }

    CompletionStage<Map<String, Object>> close(Page page, Closure closure, String staff) {
        if (kinds().stream().noneMatch(kind -> closure.was().equals(kind.get("id")))) {
            throw Problem.unprocessable("was must be one of those that GET /desk/pages/{id}/closure lists")
                    .asException();
        }
        return Changes.made(guard, at -> closed(at, page, staff, closure)).thenApply(done -> {
            listener.accept(page, closure);
            return Map.of("page", page.id(), "was", closure.was());
        });
    }

    /** A transfer that is under way is decided, not closed out. */
    private Optional<Problem> closed(Instant at, Page page, String staff, Closure closure) {
        Case open = guard.state().open();
        boolean atMachine = open != null
                && open.transferId().equals(page.transferId())
                && !open.stage().isEnd();
        if (atMachine || guard.state().paused().containsKey(page.transferId())) {
            return Optional.of(Problem.conflict(
                    "transfer-open",
                    "the transfer is still under way; cancel or release it first, then close the page"));
        }
        log.closedOut(at, staff, page, closure.was(), closure.helped(), Line.hashOf(closure.trick() + closure.note()));
        board.said(page.id(), Happening.OVER, staff, at);
        return Optional.empty();
    }

    private List<Map<String, String>> kinds() {
        var kinds = new ArrayList<Map<String, String>>();
        pack.get().words().told().scams().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(scam -> kinds.add(worded(scam.getKey(), scam.getValue().name())));
        kinds.add(worded(Closure.FALSE_ALARM, new Text("不是诈骗", "False alarm")));
        kinds.add(worded(Closure.UNKNOWN, new Text("不清楚", "Do not know")));
        return kinds;
    }

    private static Map<String, String> worded(String id, Text text) {
        var worded = new LinkedHashMap<String, String>();
        worded.put("id", id);
        worded.put("zh", text.zh());
        worded.put("en", text.en());
        return worded;
    }
}
