package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * How a session holds on to its service, from one opening to the next:
 *
 * <pre>{@code
 * nothing --open--> opening --ready--> open --lost--> waiting --backoff--> opening
 *     any of them --down, away--> nothing, until the manager says open
 * }</pre>
 *
 * <p>Confined to the loop.
 */
final class Holding {

    private final XfsManager manager;
    private final Session session;
    private final StatusQuestions questions;

    /** Null while there is nothing but perhaps a wait. Read by the pump too. */
    private volatile @Nullable Service service;

    private boolean ready;
    private int attempt;
    private @Nullable Future<?> timer;

    Holding(XfsManager manager, Session session) {
        this.manager = manager;
        this.session = session;
        this.questions = new StatusQuestions(session);
    }

    /** Returns the number that the manager knows the service by; 0 while there is none. On any thread. */
    int handle() {
        Service present = service;
        return present == null ? 0 : present.handle();
    }

    /** Returns the service while it can be used. */
    Optional<Service> service() {
        return ready ? Optional.ofNullable(service) : Optional.empty();
    }

    /** Opens the service, unless that is under way or done. */
    void open(Line line) {
        if (service == null) {
            Service next = new Service(manager, session, line);
            service = next;
            next.open();
        }
    }

    /** The service is open and has said what it can do. */
    void ready(Service by, Snapshot can) {
        if (by == service) {
            ready = true;
            session.can(can);
            ask();
        }
    }

    /** Asks for the status now. */
    void ask() {
        service().ifPresent(questions::ask);
    }

    void answered(Service by, Snapshot read) {
        if (by == service) {
            attempt = 0;
            session.answered(read);
        }
    }

    void unanswered(Service by, Throwable failure) {
        if (by == service) {
            session.found(new DeviceStatus(State.OFFLINE, String.valueOf(failure.getMessage())));
        }
    }

    /** The service is lost and will be opened again. */
    void lost(Service by, String why) {
        if (by != service) {
            return;
        }
        Environment environment = manager.environment();
        Optional<String> crash = environment.crash().reason();
        if (crash.isPresent()) {
            down(crash.get());
            return;
        }
        away();
        Duration wait = environment.timings().backoff().before(attempt++, environment.random());
        timer = environment.later(wait, () -> {
            if (by.line().isUp()) {
                open(by.line());
            }
        });
        session.found(new DeviceStatus(State.OFFLINE, "%s; next attempt in %d ms".formatted(why, wait.toMillis())));
    }

    /** The manager is not there, and says itself when it is. */
    void down(String why) {
        away();
        session.found(new DeviceStatus(State.OFFLINE, why));
    }

    /** Lets go of the service. */
    void away() {
        Service present = service;
        service = null;
        ready = false;
        questions.stop();
        if (timer != null) {
            timer.cancel(false);
        }
        if (present != null) {
            present.close();
        }
    }
}
