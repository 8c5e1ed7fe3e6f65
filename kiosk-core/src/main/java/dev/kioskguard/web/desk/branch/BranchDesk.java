package dev.kioskguard.web.desk.branch;

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
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The desk of all machines of a branch: pages as they are told, and what is said about them as commands. */
public final class BranchDesk implements PageDesk {

    private static final int DELIVERIES_MAX = 1_000;

    private final BranchMachines machines;
    private final Supplier<String> lineDetail;
    private final FirstAnswers<Map<String, Object>> answers = new FirstAnswers<>();
    private final Map<String, CompletionStage<Map<String, Object>>> deliveries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletionStage<Map<String, Object>>> eldest) {
            return size() > DELIVERIES_MAX;
        }
    };

    /** Makes the desk; {@code lineDetail} is how the line stands, in words for an operator. */
    public BranchDesk(BranchMachines machines, Supplier<String> lineDetail) {
        this.machines = machines;
        this.lineDetail = lineDetail;
    }

    @Override
    public List<Map<String, Object>> pages() {
        return machines.board().pages();
    }

    @Override
    public Optional<Map<String, Object>> branch() {
        return Optional.of(machines.body(lineDetail.get()));
    }

    @Override
    public CompletionStage<Map<String, Object>> say(String page, Happening happening, SignedIn who) {
        ToldPage told = machines.inReach(page, BranchDesk::lost);
        CompletionStage<Map<String, Object>> said =
                happening == Happening.SEEN ? delivered(told, who) : command(told, Doing.ACKNOWLEDGEMENT, who);
        return said.thenApply(done -> machines.board().find(page).orElse(told).body());
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
        return machines.tell(page, does, who.staff().id());
    }

    @Override
    public CompletionStage<Map<String, Object>> decide(String page, StaffWord word, SignedIn who) {
        return answers.to(word.actionId(), who.session(), page, () -> {
            ToldPage told = machines.inReach(page, BranchDesk::lost);
            return machines.give(new Order(
                    word.actionId(),
                    new Order.Target(told.machine(), page),
                    Doing.of(word.action()),
                    word.staff(),
                    word.code(),
                    word.reason(),
                    null));
        });
    }

    private static Problem lost(String machine) {
        return Problem.unavailable("machine-lost", machine + " cannot be reached, so nothing was said; go there");
    }
}
