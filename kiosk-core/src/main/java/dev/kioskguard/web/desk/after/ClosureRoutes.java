package dev.kioskguard.web.desk.after;

import dev.kioskguard.audit.Line;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Text;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.log.DeskLog;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.front.Changes;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * {@code POST /desk/pages/{id}/closure}: what a page turned out to be, and what helped. It ends a page that nothing
 * else ends.
 */
public final class ClosureRoutes {

    private final GuardRunner guard;
    private final PageBoard board;
    private final DeskLog log;
    private final DeskSessions sessions;
    private final Supplier<ContentPack> pack;
    private volatile BiConsumer<Page, Closure> listener = (page, closure) -> {};

    public ClosureRoutes(
            GuardRunner guard, PageBoard board, DeskLog log, DeskSessions sessions, Supplier<ContentPack> pack) {
        this.guard = guard;
        this.board = board;
        this.log = log;
        this.sessions = sessions;
        this.pack = pack;
    }

    /** Registers who is told of each close-out once it is written; it must return at once. */
    public void onClosedOut(BiConsumer<Page, Closure> told) {
        listener = told;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/desk/closures", ctx -> {
            sessions.requireTo(ctx, Deed.CLOSE);
            Json.answer(ctx, 200, Map.of("was", kinds(), "helped", Closure.HELPED));
        });
        routes.post("/desk/pages/{id}/closure", this::close);
    }

    private void close(Context ctx) {
        String staff = sessions.requireTo(ctx, Deed.CLOSE).staff().id();
        Fields fields = Fields.of(ctx);
        Map<String, String> known = kinds().stream()
                .map(kind -> kind.get("id"))
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
        var closure = new Closure(
                fields.choice("was", known),
                fields.has("helped") ? fields.texts("helped", Closure.HELPED.size(), 40) : List.of(),
                Objects.requireNonNullElse(fields.optionalText("trick", 0, Closure.TRICK_LENGTH_MAX), ""),
                Objects.requireNonNullElse(fields.optionalText("note", 0, Closure.NOTE_LENGTH_MAX), ""));
        fields.done();
        if (closure.tellsOfSomebody()) {
            throw new Problem(422, "personal", "leave out numbers of accounts, cards and phones, and addresses")
                    .asException();
        }
        if (!Closure.HELPED.containsAll(closure.helped())) {
            throw Problem.unprocessable("helped must be of these: " + Closure.HELPED)
                    .asException();
        }
        Page page = board.known(ctx.pathParam("id"));
        Changes.make(ctx, guard, at -> closed(at, page, staff, closure), () -> {
            listener.accept(page, closure);
            Json.answer(ctx, 200, Map.of("page", page.id(), "was", closure.was()));
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
