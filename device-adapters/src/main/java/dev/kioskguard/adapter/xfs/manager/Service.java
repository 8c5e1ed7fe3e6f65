package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One opening of a service: from {@code WFSAsyncOpen} until it is lost or closed. Confined to the loop. */
final class Service {

    private final XfsManager manager;
    private final Session session;
    private final Line line;
    private final Calls calls;
    private final Locking locking;

    private volatile int handle;
    private boolean closed;

    Service(XfsManager manager, Session session, Line line) {
        this.manager = manager;
        this.session = session;
        this.line = line;
        this.calls = new Calls(session, this, line);
        this.locking = new Locking(() -> issue(calls.lock(handle)), () -> issue(calls.unlock(handle)));
    }

    int handle() {
        return handle;
    }

    Line line() {
        return line;
    }

    void open() {
        Opening opening = new Opening(manager, session);
        Request<StructView> request = opening.request(this, line.xfs(), line.window());
        request.lately(agreed -> close(opening.handle()));
        var unused = issue(request)
                .thenCompose(agreed -> {
                    if (closed) {
                        close(opening.handle());
                        throw new DeviceException(Fault.CANCELED, "open", "closed");
                    }
                    handle = opening.handle();
                    session.agreed(manager.header(opening.version(agreed)), agreed.chars("szDescription"));
                    return issue(calls.register(handle));
                })
                .thenCompose(done -> info(
                        session.kind().capabilitiesCategory(),
                        Snapshot.of(session.kind().capabilitiesStruct())))
                .whenComplete((can, failure) -> {
                    if (failure == null) {
                        check(can);
                    } else {
                        session.holding().lost(this, reason(failure));
                    }
                });
    }

    private void check(Snapshot can) {
        int found = can.view().number("wClass");
        if (found == session.kind().number()) {
            session.holding().ready(this, can);
        } else {
            session.holding()
                    .lost(
                            this,
                            "%s: %s has class %d, and %s is %d"
                                    .formatted(
                                            can.view().name("wClass"),
                                            session.name(),
                                            found,
                                            session.kind(),
                                            session.kind().number()));
        }
    }

    /** Asks the service something; the stage goes on on the loop. */
    <T> CompletableFuture<T> info(int category, Decoder<T> decoder) {
        return issue(calls.info(handle, category, decoder));
    }

    /** Has the service do something on behalf of a port. */
    <T> Request<T> execute(Object port, Command<T> command) {
        Request<T> request = calls.execute(handle, port, command);
        if (!session.isExclusive()) {
            var unused = issue(request);
        } else {
            var unused = CompletableFuture.allOf(
                    locking.begin().whenComplete((locked, failure) -> begin(request, failure)),
                    request.done().whenComplete((done, failure) -> locking.end()));
        }
        return request;
    }

    private void begin(Request<?> request, @Nullable Throwable noLock) {
        if (noLock != null) {
            request.fail(known(noLock));
        } else if (closed || !session.isFor(request.task().owner())) {
            request.fail(Fault.CANCELED, "closed");
        } else if (!request.done().isDone()) {
            var unused = issue(request);
        }
    }

    /** Another application waits for the service. */
    void lockRequested() {
        locking.requested();
    }

    void cancel(Request<?> request) {
        if (request.id() == 0) {
            request.fail(Fault.CANCELED, "cancelled before it was begun");
        } else {
            line.requests().cancel(request);
        }
    }

    /** Ends what a port has under way as canceled. */
    void abandon(Object port) {
        line.requests().abandon(request -> request.task().owner() == port, Fault.CANCELED, "closed");
    }

    /** Closes, without waiting for it; what is under way here is lost. */
    void close() {
        if (!closed) {
            closed = true;
            line.requests()
                    .abandon(
                            request -> handle != 0 && request.task().service() == handle,
                            Fault.CONNECTION_LOST,
                            "the service was closed");
            close(handle);
            handle = 0;
        }
    }

    private void close(int which) {
        if (which != 0 && line.isUp()) {
            var unused = issue(calls.close(which));
        }
    }

    private <T> CompletableFuture<T> issue(Request<T> request) {
        int code = line.requests().issue(request);
        if (code == Api.WFS_ERR_NOT_STARTED) {
            manager.forgotten(line);
        }
        var unused = request.done().whenComplete((value, failure) -> {
            if (!closed && failure instanceof DeviceException known && known.fault() == Fault.CONNECTION_LOST) {
                session.holding().lost(this, String.valueOf(known.getMessage()));
            }
        });
        return request.done();
    }

    private static String reason(Throwable failure) {
        return String.valueOf(known(failure).getMessage());
    }

    /** Returns why a request failed; a stage that depends on it has wrapped that. */
    private static DeviceException known(Throwable failure) {
        if (failure instanceof DeviceException known) {
            return known;
        }
        Throwable cause = failure.getCause();
        return cause != null ? known(cause) : new DeviceException(Fault.OTHER, "XFS", String.valueOf(failure), failure);
    }
}
