package dev.kioskguard.adapter.xfs.manager;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The questions for a service's status: one at a time, again after each event that says more than it tells, and again
 * after a while, for what no event tells. Confined to the loop.
 */
final class StatusQuestions {

    private final Session session;

    private @Nullable Service asked;
    private boolean askAgain;
    private @Nullable Future<?> timer;

    StatusQuestions(Session session) {
        this.session = session;
    }

    /** Asks now, or once more where the status may have changed since the question under way. */
    void ask(Service service) {
        if (asked == service) {
            askAgain = true;
            return;
        }
        stop();
        asked = service;
        timer = session.environment()
                .later(
                        session.environment().timings().poll(),
                        () -> session.holding().ask());
        var unused = service.info(
                        session.kind().statusCategory(),
                        Snapshot.of(session.kind().statusStruct()))
                .whenComplete((read, failure) -> ended(service, read, failure));
    }

    private void ended(Service service, @Nullable Snapshot read, @Nullable Throwable failure) {
        boolean again = asked == service && askAgain;
        if (asked == service) {
            asked = null;
            askAgain = false;
        }
        if (read != null) {
            session.holding().answered(service, read);
        } else if (failure != null) {
            session.holding().unanswered(service, failure);
        }
        if (again) {
            session.holding().ask();
        }
    }

    /** Nothing more is asked, and what was asked is forgotten. */
    void stop() {
        asked = null;
        askAgain = false;
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
