package dev.kioskguard.web.front;

import dev.kioskguard.audit.JournalException;
import dev.kioskguard.device.Failures;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.InboxFullException;
import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.ProblemException;

/** The guard's answers as answers over HTTP; each refusal says what to do. */
public final class Replies {

    private Replies() {}

    /**
     * Returns the answer if the event was taken.
     *
     * @throws ProblemException when it was declined
     */
    public static Reply.Taken taken(Reply reply) {
        if (reply instanceof Reply.Taken taken) {
            return taken;
        }
        throw problem(((Reply.Declined) reply).why()).asException();
    }

    /** Returns what kept an event from being taken or answered. Only where it could not be written was nothing done. */
    public static ProblemException trouble(Throwable thrown) {
        Throwable cause = Failures.unwrapped(thrown);
        if (cause instanceof ProblemException known) {
            return known;
        }
        if (cause instanceof InboxFullException full) {
            return Problem.unavailable("inbox-full", String.valueOf(full.getMessage()))
                    .asException();
        }
        return cause instanceof JournalException
                ? Problem.unavailable(
                                "journal-failed",
                                "the journal could not be written, so nothing was done; see GET /api/health and the log")
                        .asException()
                : Problem.internal().asException();
    }

    private static Problem problem(Reply.Why why) {
        return switch (why) {
            case NO_SUCH_VISIT ->
                Problem.conflict("no-such-visit", "no such visit is open; begin one, or use the one now open");
            case VISIT_OPEN -> Problem.conflict("visit-open", "a visit is already open here; end it first");
            case TRANSFER_OPEN ->
                Problem.conflict("transfer-open", "a transfer is being guarded in this visit; wait for its end");
            case NO_SUCH_TRANSFER -> Problem.notFound("no such transfer is open; look at GET /api/transfers/{id}");
            case TRANSFER_ENDED -> Problem.conflict("transfer-ended", "the transfer has ended; begin a new one");
            case SCREEN_MOVED_ON ->
                Problem.conflict("screen-moved-on", "another screen is shown by now; read GET /screen/state");
            case TOO_EARLY -> Problem.tooEarly("wait until readyInMs has passed, then answer");
            case NOT_OFFERED ->
                Problem.unprocessable("answer with one of the choices or, where typed is given, a text");
            case WRONG_CODE -> Problem.forbidden("the code is not the one on the customer's screen");
            case ANOTHER_CARD -> Problem.forbidden("a paused transfer goes on only with the card it began with");
            case NOT_HELD -> Problem.conflict("not-held", "the transfer is not held, so there is nothing to release");
            case NO_SUCH_REQUEST -> Problem.notFound("no such request waits; each is acknowledged once");
        };
    }
}
