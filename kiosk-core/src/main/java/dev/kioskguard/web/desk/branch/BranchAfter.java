package dev.kioskguard.web.desk.branch;

import dev.kioskguard.web.desk.after.AfterDesk;
import dev.kioskguard.web.desk.after.Closure;
import dev.kioskguard.web.desk.command.Doing;
import dev.kioskguard.web.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What is left to do at the machines of a branch: each is asked, and writes it into its own journal. */
public final class BranchAfter implements AfterDesk {

    private final BranchMachines machines;

    public BranchAfter(BranchMachines machines) {
        this.machines = machines;
    }

    @Override
    public CompletionStage<Map<String, Object>> form(String page, String staff) {
        return machines.tell(inReach(page), Doing.FORM, staff);
    }

    @Override
    public CompletionStage<Map<String, Object>> close(String page, Closure closure, String staff) {
        ToldPage told = inReach(page);
        return machines.give(new Order(
                machines.actionId(),
                new Order.Target(told.machine(), page),
                Doing.CLOSURE,
                staff,
                null,
                null,
                closure));
    }

    @Override
    public CompletionStage<Map<String, Object>> packet(String page, String staff) {
        return machines.tell(inReach(page), Doing.PACKET, staff);
    }

    @Override
    public CompletionStage<Map<String, Object>> overview(String staff) {
        return machines.tellAll(Doing.OVERVIEW, staff, nobody())
                .thenApply(told -> BranchOverview.of(told, machines.board().names()));
    }

    @Override
    public CompletionStage<Map<String, Object>> patrol(String staff) {
        return machines.tellAll(Doing.PATROL, staff, nobody())
                .thenApply(told -> Map.of("staff", staff, "machines", List.copyOf(told.keySet())));
    }

    private ToldPage inReach(String page) {
        return machines.inReach(page, BranchAfter::away);
    }

    private static Problem away(String machine) {
        return Problem.unavailable("machine-away", machine + " is not on the line; do it at the machine's own desk");
    }

    private static Problem nobody() {
        return Problem.unavailable("machines-away", "no machine is on the line; do it at each machine's own desk");
    }
}
