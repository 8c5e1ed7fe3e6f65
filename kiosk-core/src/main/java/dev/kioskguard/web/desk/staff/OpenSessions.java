package dev.kioskguard.web.desk.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions that are open, oldest first. Thread-safe. */
final class OpenSessions {

    /** Beyond it the oldest browser has to sign in again. */
    static final int SESSIONS_MAX = 64;

    private final Deque<Session> sessions = new ArrayDeque<>();

    synchronized void add(Session session) {
        if (sessions.size() == SESSIONS_MAX) {
            sessions.removeFirst();
        }
        sessions.addLast(session);
    }

    /** Adds a session and ends all others of the same member of staff. */
    synchronized void only(Session session) {
        sessions.removeIf(other -> other.staff().equals(session.staff()));
        add(session);
    }

    synchronized void remove(Session session) {
        sessions.remove(session);
    }

    /** Returns the session of a token; how long it takes says nothing. */
    synchronized Optional<Session> find(String token, Instant now) {
        sessions.removeIf(session -> !now.isBefore(session.until()));
        byte[] shown = bytes(token);
        return sessions.stream()
                .filter(session -> MessageDigest.isEqual(bytes(session.token()), shown))
                .findFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A browser at which somebody has signed in.
     *
     * @param pin with which; it ends with it
     * @param passkey by which they have signed in; null for the PIN
     */
    record Session(
            String token,
            String staff,
            PinHash pin,
            @Nullable String passkey,
            Instant until) {

        @Override
        public String toString() {
            return "Session[" + staff + "]";
        }
    }
}
