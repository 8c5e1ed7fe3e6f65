package dev.kioskguard.adapter.xfs.manager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The requests whose completions are still to come, by the numbers that the manager knows them by. Not thread-safe. */
final class RequestTable {

    /** More requests than this at once mean that a provider answers nothing. */
    static final int PENDING_MAX = 128;

    private static final int GIVEN_UP_MAX = 128;

    private final Map<Integer, Request<?>> pending = new LinkedHashMap<>();

    /** Requests that nobody waits for any more; what they were given is kept, as the provider may still read it. */
    private final Map<Integer, Request<?>> givenUp = new LinkedHashMap<>();

    boolean isFull() {
        return pending.size() >= PENDING_MAX;
    }

    /** Adds one that is waited for, and returns the one that had its number, if there was one. */
    @Nullable
    Request<?> add(Request<?> request) {
        return pending.put(request.id(), request);
    }

    @Nullable
    Request<?> find(int id) {
        Request<?> waiting = pending.get(id);
        return waiting == null ? givenUp.get(id) : waiting;
    }

    boolean isPending(Request<?> request) {
        return pending.get(request.id()) == request;
    }

    List<Request<?>> waiting(Predicate<Request<?>> which) {
        return pending.values().stream().filter(which).toList();
    }

    /** Waits for a request no more, and returns whether it was waited for. */
    boolean giveUp(Request<?> request) {
        if (!pending.remove(request.id(), request)) {
            return false;
        }
        if (givenUp.size() >= GIVEN_UP_MAX) {
            givenUp.remove(givenUp.keySet().iterator().next());
        }
        givenUp.put(request.id(), request);
        return true;
    }

    void remove(int id) {
        pending.remove(id);
        givenUp.remove(id);
    }

    void clear() {
        pending.clear();
        givenUp.clear();
    }
}
