package dev.kioskguard.web.desk.branch;

import dev.kioskguard.audit.Turns;
import dev.kioskguard.web.desk.command.Doing;
import dev.kioskguard.web.http.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The machines of a branch, as far as something can be said to them. Thread-safe. */
public final class BranchMachines {

    private final BranchBoard board;
    private final Commands commands;
    private final Turns turns;
    private final Supplier<String> actionIds;

    /** Makes them; {@code actionIds} are names that nobody can guess. */
    public BranchMachines(BranchBoard board, Commands commands, Turns turns, Supplier<String> actionIds) {
        this.board = board;
        this.commands = commands;
        this.turns = turns;
        this.actionIds = actionIds;
    }

    BranchBoard board() {
        return board;
    }

    /** Returns how machines and line are by now. */
    Map<String, Object> body(String detail) {
        return board.body(detail, turns.time().instant());
    }

    /**
     * Returns a page.
     *
     * @param refusal what is said where its machine hears nothing
     * @throws dev.kioskguard.web.http.ProblemException 404 where there is no such page, and that refusal
     */
    ToldPage inReach(String page, Function<String, Problem> refusal) {
        ToldPage told = board.find(page)
                .orElseThrow(() -> Problem.notFound("no machine tells of such a page; read GET /desk/pages")
                        .asException());
        if (!board.isInReach(told.machine(), turns.time().instant())) {
            throw refusal.apply(told.machine()).asException();
        }
        return told;
    }

    CompletionStage<Map<String, Object>> give(Order order) {
        return commands.give(order);
    }

    /** Has something done about a page that is all said by what is done. */
    CompletionStage<Map<String, Object>> tell(ToldPage page, Doing does, String staff) {
        return commands.give(Order.plain(actionIds.get(), new Order.Target(page.machine(), page.id()), does, staff));
    }

    /** Returns a name for what is about to be done. */
    String actionId() {
        return actionIds.get();
    }

    /**
     * Has something done at every machine that is here.
     *
     * @return what was answered by those that have done it, by their names; fails where none has
     */
    CompletionStage<Map<String, Map<String, Object>>> tellAll(Doing does, String staff, Problem nobody) {
        List<String> here = board.here(turns.time().instant());
        if (here.isEmpty()) {
            return CompletableFuture.failedFuture(nobody.asException());
        }
        List<CompletableFuture<Map<String, Object>>> all = here.stream()
                .map(machine -> commands.give(Order.plain(actionIds.get(), new Order.Target(machine, ""), does, staff))
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).handle((done, failed) -> {
            if (all.stream().allMatch(CompletableFuture::isCompletedExceptionally)) {
                throw new CompletionException(failed.getCause());
            }
            var answers = new LinkedHashMap<String, Map<String, Object>>();
            for (int i = 0; i < here.size(); i++) {
                if (!all.get(i).isCompletedExceptionally()) {
                    answers.put(here.get(i), all.get(i).join());
                }
            }
            return answers;
        });
    }
}
