package dev.kioskguard.adapter.xfs.manager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sessions at one manager, each kept by whoever uses it. Thread-safe. */
final class Sessions {

    private final XfsManager manager;
    private final Map<String, Session> byName = new LinkedHashMap<>();

    Sessions(XfsManager manager) {
        this.manager = manager;
    }

    /**
     * Returns a service for one user more.
     *
     * @throws IllegalArgumentException when it is in use as one of another class
     */
    synchronized Session reserve(String name, ServiceClass kind) {
        Session session = byName.computeIfAbsent(name, absent -> new Session(manager, name, kind));
        if (session.kind() != kind) {
            throw new IllegalArgumentException(
                    "'%s' is open as %s and cannot be %s too".formatted(name, session.kind(), kind));
        }
        session.reserve();
        return session;
    }

    /** Takes back a service from one user, and returns whether it was the last. */
    synchronized boolean release(Session session) {
        return session.release() && byName.remove(session.name(), session);
    }

    synchronized List<Session> all() {
        return List.copyOf(byName.values());
    }

    /** Returns the session that the manager knows by a number. */
    Optional<Session> at(int service) {
        return all().stream()
                .filter(session -> service != 0 && session.holding().handle() == service)
                .findFirst();
    }
}
