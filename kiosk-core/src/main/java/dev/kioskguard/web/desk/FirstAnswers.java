package dev.kioskguard.web.desk;

import dev.kioskguard.web.http.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The first answer to each action, so that the same action sent again does nothing twice. Thread-safe and bounded.
 *
 * @param <T> an answer
 */
public final class FirstAnswers<T> {

    /** The code of a refusal of another session's action. */
    static final String CAPTURED = "captured-action";

    /** More than a branch decides in a week; an action that old comes from no desk that is still open. */
    static final int ACTIONS_MAX = 1_000;

    private final Map<String, First<T>> byAction = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, First<T>> eldest) {
            return size() > ACTIONS_MAX;
        }
    };

    /**
     * Returns the answer to an action that is known, or lets it be carried out. One that could not be carried out at
     * all is not remembered: it may be tried again.
     *
     * @param session who sends it; an action of somebody else's session was captured
     * @param subject what it is about
     * @throws dev.kioskguard.web.http.ProblemException 403 for another session, 409 for another subject
     */
    public CompletionStage<T> to(String action, String session, String subject, Supplier<CompletionStage<T>> carryOut) {
        First<T> first;
        synchronized (this) {
            first = byAction.get(action);
            if (first == null) {
                CompletionStage<T> answer = carryOut.get();
                byAction.put(action, new First<>(session, subject, answer));
                answer.exceptionally(failed -> {
                    forget(action, answer);
                    return null;
                });
                return answer;
            }
        }
        if (!first.session.equals(session)) {
            throw new Problem(
                            403,
                            CAPTURED,
                            "this actionId belongs to another session; decide anew, with an actionId of its own")
                    .asException();
        }
        if (!first.subject.equals(subject)) {
            throw Problem.conflict("action-used", "this actionId was used for another page; take a fresh one")
                    .asException();
        }
        return first.answer;
    }

    private synchronized void forget(String action, CompletionStage<T> failed) {
        First<T> known = byAction.get(action);
        if (known != null && known.answer == failed) {
            byAction.remove(action);
        }
    }

    private record First<T>(String session, String subject, CompletionStage<T> answer) {}
}
