package dev.kioskguard.app.branch;

import dev.kioskguard.app.channel.Refusals;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.paging.channel.Branch;
import dev.kioskguard.web.desk.branch.BranchBoard;
import dev.kioskguard.web.desk.branch.Commands;
import dev.kioskguard.web.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where what comes from the machines goes; what nobody can make sense of is refused and journalled. */
final class BranchEars implements Branch {

    private final BranchBoard board;
    private final Commands commands;
    private final Refusals refusals;
    private final Turns turns;
    private final Runnable changed;

    /** Makes them; {@code changed} is told that something looks otherwise, and returns at once. */
    BranchEars(BranchBoard board, Commands commands, Refusals refusals, Turns turns, Runnable changed) {
        this.board = board;
        this.commands = commands;
        this.refusals = refusals;
        this.turns = turns;
        this.changed = changed;
    }

    @Override
    public void connected() {
        board.connected();
        changed.run();
    }

    @Override
    public void lost() {
        board.lost(turns.time().instant());
        changed.run();
    }

    @Override
    public void page(String machine, String id, @Nullable String text) {
        taken("page", () -> board.page(machine, id, text, turns.time().instant()));
        changed.run();
    }

    @Override
    public void status(String machine, String text) {
        taken("status", () -> board.status(machine, text, turns.time().instant()));
        changed.run();
    }

    @Override
    public void event(String machine, String text) {
        taken("event", () -> commands.heard(machine, text));
    }

    @Override
    public void refused(String kind, String detail) {
        refusals.note(kind, detail);
    }

    private void taken(String what, Runnable take) {
        try {
            take.run();
        } catch (ProblemException refused) {
            refusals.note(what + "-form", "somebody told what is no " + what + " of this machine, or too many");
        }
    }
}
