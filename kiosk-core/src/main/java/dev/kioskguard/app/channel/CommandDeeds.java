package dev.kioskguard.app.channel;

import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.Verdicts;
import dev.kioskguard.web.desk.after.AfterDesk;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** What commands of desks elsewhere do here, by the way of the machine's own desk. Thread-safe. */
public final class CommandDeeds {

    private final PageBoard board;
    private final Verdicts verdicts;
    private final AfterDesk after;

    public CommandDeeds(PageBoard board, Verdicts verdicts, AfterDesk after) {
        this.board = board;
        this.verdicts = verdicts;
        this.after = after;
    }

    /**
     * Does what a command says that is for this machine, in time and new.
     *
     * @param key of the desk that vouches for whoever gives it
     * @return what is to be answered; a refusal is thrown at once or fails it
     */
    CompletionStage<Map<String, Object>> act(String key, DeskCommand command) {
        String page = command.target().page();
        String staff = command.staff();
        return switch (command.does()) {
            case DELIVERY -> say(command, Happening.SEEN);
            case ACKNOWLEDGEMENT -> say(command, Happening.TAKEN);
            case RELEASE, HOLD, CANCEL, ESCALATE -> decide(key, command);
            case PATROL -> after.patrol(staff);
            case FORM -> after.form(page, staff);
            case CLOSURE ->
                after.close(page, Objects.requireNonNull(command.closure(), "a close-out was read with it"), staff);
            case PACKET -> after.packet(page, staff);
            case OVERVIEW -> after.overview(staff);
        };
    }

    private CompletionStage<Map<String, Object>> say(DeskCommand command, Happening happening) {
        return verdicts.say(known(command), happening, command.staff())
                .thenApply(Replies::taken)
                .thenApply(taken -> Map.of("actionId", command.actionId()));
    }

    private CompletionStage<Map<String, Object>> decide(String key, DeskCommand command) {
        var word = new StaffWord(
                command.actionId(),
                command.staff(),
                Objects.requireNonNull(command.does().action(), "it is a verdict"),
                command.code(),
                Objects.requireNonNull(command.reason(), "a verdict was read with its reason"));
        return verdicts.decide(key + "/" + command.staff(), known(command), word)
                .thenApply(Replies::taken)
                .thenApply(taken -> Verdicts.body(word, taken));
    }

    private Page known(DeskCommand command) {
        return board.book()
                .find(command.target().page())
                .orElseThrow(
                        () -> Problem.notFound("this machine has no such page").asException());
    }
}
