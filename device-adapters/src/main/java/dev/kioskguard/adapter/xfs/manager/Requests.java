package dev.kioskguard.adapter.xfs.manager;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.header.ErrorNames;
import dev.kioskguard.adapter.xfs.library.Msxfs;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.library.Results;
import dev.kioskguard.adapter.xfs.library.XfsCheck;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The requests at one manager, from their calls to their completions. Calls are made on the loop and completions come
 * on the pump, so either may be first: what comes while a call has not returned yet waits for its number.
 *
 * <p>Everything but {@link #received} is called on the loop.
 */
final class Requests {

    /** What may come for calls that have not returned yet. */
    private static final int EARLY_MAX = 256;

    private final Environment environment;
    private final Msxfs xfs;
    private final Results results;
    private final RequestTable table = new RequestTable();
    private final List<Early> early = new ArrayList<>();
    private int issuing;
    private long unclaimed;

    /** What came before its request was known, not freed yet. */
    private record Early(int message, Received what, Pointer result) {}

    Requests(Environment environment, Msxfs xfs, Results results) {
        this.environment = environment;
        this.xfs = xfs;
        this.results = results;
    }

    /** Makes a call, and returns what it said at once. */
    int issue(Request<?> request) {
        synchronized (this) {
            if (table.isFull()) {
                request.fail(Fault.BUSY, "%d requests are unanswered".formatted(RequestTable.PENDING_MAX));
                return Api.WFS_SUCCESS;
            }
            issuing++;
        }
        IntByReference number = new IntByReference();
        int code = Api.WFS_ERR_CONNECTION_LOST; // unless the call comes back
        try {
            code = request.task().call().issue(number);
        } catch (DeviceException e) {
            request.fail(e);
        } finally {
            returned(request, code, number.getValue());
        }
        return code;
    }

    private void returned(Request<?> request, int code, int id) {
        List<Runnable> steps = known(request, code, id);
        if (code != Api.WFS_SUCCESS) {
            request.fail(XfsCheck.failure(request.task().name(), code));
        } else {
            Duration whole = request.task().timeout().plus(environment.timings().grace());
            request.timer(environment.later(whole, () -> overdue(request, whole)));
        }
        steps.forEach(Runnable::run);
    }

    /** From here on the pump finds the request by its number; returns the steps of what came before. */
    private synchronized List<Runnable> known(Request<?> request, int code, int id) {
        issuing--;
        List<Runnable> steps = new ArrayList<>();
        if (code == Api.WFS_SUCCESS) {
            request.issued(id);
            Request<?> displaced = table.add(request);
            if (displaced != null) {
                steps.add(() -> displaced.fail(Fault.OTHER, "the manager gave its number to another request"));
            }
        }
        early.removeIf(came -> {
            boolean isClaimed = table.find(came.what().requestId()) != null;
            if (isClaimed || issuing == 0) {
                steps.add(take(came));
            }
            return isClaimed || issuing == 0;
        });
        return steps;
    }

    /** Takes what a request has brought, and frees it; returns what the loop has to do. On the pump. */
    Runnable received(int message, Received what, Pointer result) {
        synchronized (this) {
            Early came = new Early(message, what, result);
            if (table.find(what.requestId()) == null && issuing > 0 && early.size() < EARLY_MAX) {
                early.add(came);
                return () -> {};
            }
            return take(came);
        }
    }

    private Runnable take(Early came) {
        int id = came.what().requestId();
        Request<?> request = table.find(id);
        try {
            if (request == null) {
                unclaimed++;
                return () -> {};
            }
            if (came.message() == Api.WFS_EXECUTE_EVENT) {
                return request.happened(came.message(), came.what());
            }
            table.remove(id);
            return request.completed(came.what());
        } finally {
            results.free(came.result());
        }
    }

    /** Asks the provider to stop a request, which then ends as canceled, here at the latest after the grace. */
    void cancel(Request<?> request) {
        if (!isPending(request)) {
            return;
        }
        int code = stop(request);
        // Of a request that has ended by itself the completion is on its way, and says how.
        if (code == Api.WFS_SUCCESS || code == Api.WFS_ERR_INVALID_REQ_ID) {
            request.timer(environment.later(
                    environment.timings().grace(),
                    () -> giveUp(request, Fault.CANCELED, "the provider did not cancel in time")));
        } else {
            giveUp(request, Fault.CANCELED, "WFSCancelAsyncRequest: " + ErrorNames.of(code));
        }
    }

    private void overdue(Request<?> request, Duration whole) {
        if (isPending(request)) {
            int unused = stop(request);
            giveUp(request, Fault.TIMEOUT, "the provider did not complete it in " + whole);
        }
    }

    /** Asks the provider to stop a request, and returns what the manager says to that. */
    private int stop(Request<?> request) {
        try {
            return xfs.WFSCancelAsyncRequest((short) request.task().service(), request.id());
        } catch (DeviceException e) {
            return Api.WFS_ERR_CONNECTION_LOST; // a driver has crashed, and whoever waits is about to be told
        }
    }

    private synchronized boolean isPending(Request<?> request) {
        return table.isPending(request);
    }

    private void giveUp(Request<?> request, Fault fault, String detail) {
        synchronized (this) {
            if (!table.giveUp(request)) {
                return;
            }
        }
        request.fail(fault, detail);
    }

    /** Fails requests whose completions are not worth waiting for any more, and has providers stop them. */
    void abandon(Predicate<Request<?>> which, Fault fault, String why) {
        for (Request<?> request : waiting(which)) {
            int unused = stop(request);
            giveUp(request, fault, why);
        }
    }

    /** Fails every request, as their manager has forgotten them all and may give their numbers away again. */
    void forget(String why) {
        List<Request<?>> lost = waiting(request -> true);
        synchronized (this) {
            table.clear();
        }
        lost.forEach(request -> request.fail(Fault.CONNECTION_LOST, why));
    }

    private synchronized List<Request<?>> waiting(Predicate<Request<?>> which) {
        return table.waiting(which);
    }

    /** Returns how many results came for requests that nobody knows; they were freed. */
    synchronized long unclaimed() {
        return unclaimed;
    }
}
