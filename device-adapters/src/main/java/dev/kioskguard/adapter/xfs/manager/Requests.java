package dev.kioskguard.adapter.xfs.manager;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.header.ErrorNames;
import dev.kioskguard.adapter.xfs.library.Msxfs;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.library.Results;
import dev.kioskguard.adapter.xfs.library.XfsCheck;
import dev.kioskguard.device.DeviceException.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests at one manager, from their calls to their completions. Calls are made on the loop and completions come
 * on the pump, so either may be first: what comes while a call has not returned yet waits for its number.
 *
 * <p>Everything but {@link #received} is called on the loop.
 */
final class Requests {

    /** More requests than this at once mean that a provider answers nothing. */
    static final int PENDING_MAX = 128;

    /** What may come for calls that have not returned yet. */
    private static final int EARLY_MAX = 256;

    private static final int GIVEN_UP_MAX = 128;

    private final Environment environment;
    private final Msxfs xfs;
    private final Results results;
    private final Map<Integer, Request<?>> pending = new LinkedHashMap<>();

    /** Requests that nobody waits for any more; what they were given is kept, as the provider may still read it. */
    private final Map<Integer, Request<?>> givenUp = new LinkedHashMap<>();

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
            if (pending.size() >= PENDING_MAX) {
                request.fail(Fault.BUSY, "%d requests are unanswered".formatted(PENDING_MAX));
                return Api.WFS_SUCCESS;
            }
            issuing++;
        }
        IntByReference number = new IntByReference();
        int code = request.task().call().issue(number);
        List<Runnable> steps = known(request, code, number.getValue());
        if (code != Api.WFS_SUCCESS) {
            request.fail(XfsCheck.failure(request.task().name(), code));
        } else {
            Duration whole = request.task().timeout().plus(environment.timings().grace());
            request.timer(environment.later(whole, () -> overdue(request, whole)));
        }
        steps.forEach(Runnable::run);
        return code;
    }

    /** From here on the pump finds the request by its number; returns the steps of what came before. */
    private synchronized List<Runnable> known(Request<?> request, int code, int id) {
        issuing--;
        if (code == Api.WFS_SUCCESS) {
            request.issued(id);
            pending.put(id, request);
        }
        List<Runnable> steps = new ArrayList<>();
        early.removeIf(came -> {
            boolean isClaimed = find(came.what().requestId()) != null;
            if (isClaimed || issuing == 0) {
                steps.add(take(came));
            }
            return isClaimed || issuing == 0;
        });
        return steps;
    }

    private @Nullable Request<?> find(int id) {
        Request<?> waiting = pending.get(id);
        return waiting == null ? givenUp.get(id) : waiting;
    }

    /** Takes what a request has brought, and frees it; returns what the loop has to do. On the pump. */
    Runnable received(int message, Received what, Pointer result) {
        synchronized (this) {
            Early came = new Early(message, what, result);
            if (find(what.requestId()) == null && issuing > 0 && early.size() < EARLY_MAX) {
                early.add(came);
                return () -> {};
            }
            return take(came);
        }
    }

    private Runnable take(Early came) {
        int id = came.what().requestId();
        Request<?> request = find(id);
        try {
            if (request == null) {
                unclaimed++;
                return () -> {};
            }
            if (came.message() == Api.WFS_EXECUTE_EVENT) {
                return request.happened(came.message(), came.what());
            }
            pending.remove(id);
            givenUp.remove(id);
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
        int code = xfs.WFSCancelAsyncRequest((short) request.task().service(), request.id());
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
            int unused = xfs.WFSCancelAsyncRequest((short) request.task().service(), request.id());
            giveUp(request, Fault.TIMEOUT, "the provider did not complete it in " + whole);
        }
    }

    private synchronized boolean isPending(Request<?> request) {
        return pending.get(request.id()) == request;
    }

    private void giveUp(Request<?> request, Fault fault, String detail) {
        synchronized (this) {
            if (!pending.remove(request.id(), request)) {
                return;
            }
            if (givenUp.size() >= GIVEN_UP_MAX) {
                givenUp.remove(givenUp.keySet().iterator().next());
            }
            givenUp.put(request.id(), request);
        }
        request.fail(fault, detail);
    }

    /** Fails requests whose completions are not worth waiting for any more, and has providers stop them. */
    void abandon(Predicate<Request<?>> which, Fault fault, String why) {
        for (Request<?> request : waiting(which)) {
            int unused = xfs.WFSCancelAsyncRequest((short) request.task().service(), request.id());
            giveUp(request, fault, why);
        }
    }

    /** Fails every request, as their manager has forgotten them all and may give their numbers away again. */
    void forget(String why) {
        List<Request<?>> lost = waiting(request -> true);
        synchronized (this) {
            pending.clear();
            givenUp.clear();
        }
        lost.forEach(request -> request.fail(Fault.CONNECTION_LOST, why));
    }

    private synchronized List<Request<?>> waiting(Predicate<Request<?>> which) {
        return pending.values().stream().filter(which).toList();
    }

    /** Returns how many results came for requests that nobody knows; they were freed. */
    synchronized long unclaimed() {
        return unclaimed;
    }
}
