package dev.kioskguard.web.desk.branch;

import dev.kioskguard.audit.Turns;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.web.desk.FirstAnswers;
import dev.kioskguard.web.desk.PageDesk;
import dev.kioskguard.web.desk.command.Doing;
import dev.kioskguard.web.desk.staff.SignedIn;
import dev.kioskguard.web.http.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The desk of all machines of a branch: pages as they are told, and what is said about them as commands. */
public final class BranchDesk implements PageDesk {

    private static final int DELIVERIES_MAX = 1_000;

    private final BranchBoard board;
    private final Commands commands;
    private final Turns turns;
    private final Supplier<String> actionIds;
    private final Supplier<String> lineDetail;
    private final FirstAnswers<Map<String, Object>> answers = new FirstAnswers<>();
    private final Map<String, CompletionStage<Map<String, Object>>> deliveries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletionStage<Map<String, Object>>> eldest) {
            return size() > DELIVERIES_MAX;
        }
    };

    /**
     * Makes the desk.
     *
     * @param actionIds names that nobody can guess
     * @param lineDetail how the line stands, in words for an operator
     */
    public BranchDesk(
            BranchBoard board,
            Commands commands,
            Turns turns,
            Supplier<String> actionIds,
            Supplier<String> lineDetail) {
        this.board = board;
        this.commands = commands;
        this.turns = turns;
        this.actionIds = actionIds;
        this.lineDetail = lineDetail;
    }

    @Override
    public List<Map<String, Object>> pages() {
        return board.pages();
    }

    @Override
    public Optional<Map<String, Object>> branch() {
        return Optional.of(board.body(lineDetail.get(), turns.time().instant()));
    }

    @Override
    public CompletionStage<Map<String, Object>> say(String page, Happening happening, SignedIn who) {
        ToldPage told = inReach(page);
        CompletionStage<Map<String, Object>> said =
                happening == Happening.SEEN ? delivered(told, who) : command(told, Doing.ACKNOWLEDGEMENT, who);
        return said.thenApply(done -> board.find(page).orElse(told).body());
    }

    /** Each phone says that it shows a page, again and again: the machine is told once of each state. */
    private CompletionStage<Map<String, Object>> delivered(ToldPage page, SignedIn who) {
        synchronized (deliveries) {
            CompletionStage<Map<String, Object>> known = deliveries.get(page.messageId());
            if (known != null && !known.toCompletableFuture().isCompletedExceptionally()) {
                return known;
            }
            CompletionStage<Map<String, Object>> said = command(page, Doing.DELIVERY, who);
            deliveries.put(page.messageId(), said);
            return said;
        }
    }

    private CompletionStage<Map<String, Object>> command(ToldPage page, Doing does, SignedIn who) {
        return commands.give(Order.plain(
                actionIds.get(),
                new Order.Target(page.machine(), page.id()),
                does,
                who.staff().id()));
    }

    @Override
    public CompletionStage<Map<String, Object>> decide(String page, StaffWord word, SignedIn who) {
        return answers.to(word.actionId(), who.session(), page, () -> {
            ToldPage told = inReach(page);
            return commands.give(new Order(
                    word.actionId(),
                    new Order.Target(told.machine(), page),
                    Doing.of(word.action()),
                    word.staff(),
                    word.code(),
                    word.reason()));
        });
    }

    /**
     * Tells every machine that is here that somebody has walked past them.
     *
     * @return the names of those that have written it down; fails where none has
     */
    CompletionStage<List<String>> patrolled(String staff) {
        List<String> here = board.here(turns.time().instant());
        if (here.isEmpty()) {
            return CompletableFuture.failedFuture(lost().asException());
        }
        List<CompletableFuture<Map<String, Object>>> all = here.stream()
                .map(machine -> commands.give(
                                Order.plain(actionIds.get(), new Order.Target(machine, ""), Doing.PATROL, staff))
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).handle((done, failed) -> {
            if (all.stream().allMatch(CompletableFuture::isCompletedExceptionally)) {
                throw new CompletionException(failed.getCause());
            }
            return here.stream()
                    .filter(name -> !all.get(here.indexOf(name)).isCompletedExceptionally())
                    .toList();
        });
    }

    private ToldPage inReach(String page) {
        ToldPage told = board.find(page)
                .orElseThrow(() -> Problem.notFound("no machine tells of such a page; read GET /desk/pages")
                        .asException());
        if (!board.isInReach(told.machine(), turns.time().instant())) {
            throw lost().asException();
        }
        return told;
    }

    private static Problem lost() {
        return Problem.unavailable("machine-lost", "the machine cannot be reached, so nothing was said; go there");
    }
}
