package dev.kioskguard.web.desk;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.log.DeskLog;
import dev.kioskguard.web.http.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What members of staff say and decide about pages, at whichever desk they sit: the one way from there to the guard.
 * Thread-safe.
 */
public final class Verdicts {

    private final GuardRunner guard;
    private final PageBoard board;
    private final DeskLog log;
    private final FirstAnswers<Reply> answers = new FirstAnswers<>();

    public Verdicts(GuardRunner guard, PageBoard board, DeskLog log) {
        this.guard = guard;
        this.board = board;
        this.log = log;
    }

    /**
     * Decides about a page's transfer; the same action again gets the first answer.
     *
     * @param session who sends it; an action of somebody else's session was captured
     * @throws dev.kioskguard.web.http.ProblemException 403 for another session, 409 for another page
     */
    public CompletionStage<Reply> decide(String session, Page page, StaffWord word) {
        return answers.to(word.actionId(), session, page.id(), () -> carryOut(page, word));
    }

    /** Notes what somebody has done about a page; without its line it has not happened. */
    public CompletionStage<Reply> say(Page page, Happening happening, String staff) {
        return guard.between(at -> board.said(page.id(), happening, staff, at));
    }

    /**
     * Writes that somebody has walked past the machine and found nothing wrong.
     *
     * @return fails with 429 where they just have
     */
    public CompletionStage<Void> patrolled(String staff) {
        var written = new CompletableFuture<Boolean>();
        return guard.between(at -> written.complete(log.patrolled(at, staff)))
                .thenCompose(done -> written)
                .thenAccept(news -> {
                    if (!news) {
                        throw patrolledAlready().asException();
                    }
                });
    }

    /** Returns what is answered to a second touch of the same button. */
    public static Problem patrolledAlready() {
        return Problem.tooMany("this round is written down already; thank you");
    }

    private CompletionStage<Reply> carryOut(Page page, StaffWord word) {
        if (page.isResolved()) {
            return CompletableFuture.completedFuture(new Reply.Declined(Reply.Why.TRANSFER_ENDED));
        }
        return guard.offer(at -> new GuardEvent.StaffSpoke(at, page.transferId(), word))
                .thenCompose(reply -> noted(page, word, reply));
    }

    /** Whoever decides is there: the page shows it, whatever becomes of its own line in the journal. */
    private CompletionStage<Reply> noted(Page page, StaffWord word, Reply reply) {
        if (reply instanceof Reply.Declined declined) {
            // A page is only ever raised for a transfer that was there.
            return CompletableFuture.completedFuture(
                    declined.why() == Reply.Why.NO_SUCH_TRANSFER
                            ? new Reply.Declined(Reply.Why.TRANSFER_ENDED)
                            : declined);
        }
        return guard.between(at -> note(page, word, at)).handle((done, failed) -> reply);
    }

    private void note(Page page, StaffWord word, Instant at) {
        boolean more = word.action() == StaffWord.Action.ESCALATE;
        board.said(page.id(), more ? Happening.MORE_WANTED : Happening.TAKEN, word.staff(), at);
        log.decided(at, Deed.valueOf(word.action().name()), word.staff(), page);
    }

    /** Returns what is answered to a verdict that was taken. */
    public static Map<String, Object> body(StaffWord word, Reply.Taken taken) {
        var body = new LinkedHashMap<String, Object>();
        body.put("actionId", word.actionId());
        body.put("action", word(word.action()));
        body.put("transferId", taken.subject());
        body.put("state", taken.state());
        return body;
    }

    /** Returns the action as it is written. */
    public static String word(StaffWord.Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }
}
