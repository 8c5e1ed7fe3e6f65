package dev.kioskguard.web.desk.staff;

import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.access.Secrets;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Browsers at the desk: a PIN is traded for a cookie that no script can read and no other site can send. Sessions live
 * in memory only and no longer than a shift. Thread-safe.
 */
public final class DeskSessions {

    /** A long shift. */
    public static final Duration LIFE = Duration.ofHours(12);

    /** Beyond it the oldest browser has to sign in again. */
    public static final int SESSIONS_MAX = 64;

    private static final String COOKIE = "kiosk-desk";
    private static final int TOKEN_BYTES = 32;

    /** All names that nobody has share one count: there is no end to them. */
    private static final String NOBODY = "";

    private final StaffRoll roll;
    private final InstantSource time;
    private final RandomGenerator chance;
    private final PinHash nobodysPin;
    private final WrongPins wrong = new WrongPins();
    private final Deque<Session> sessions = new ArrayDeque<>();

    /** Makes a desk where nobody has signed in; {@code chance} is a cryptographic source in production. */
    public DeskSessions(StaffRoll roll, InstantSource time, RandomGenerator chance) {
        this.roll = roll;
        this.time = time;
        this.chance = chance;
        this.nobodysPin = PinHash.ofNobody(chance);
    }

    /**
     * Signs somebody in and puts the cookie into the answer.
     *
     * @throws dev.kioskguard.web.http.ProblemException 401 when there is nobody with this PIN, 429 after five such
     *     tries in a minute
     */
    public Staff signIn(Context ctx, String id, String pin) {
        Optional<Staff> staff = roll.find(id);
        String name = staff.isEmpty() ? NOBODY : id;
        wrong.tried(name, time.instant()).ifPresent(wait -> {
            throw tooMany(wait);
        });
        boolean right = staff.map(Staff::pin).orElse(nobodysPin).matches(pin);
        if (!right || staff.isEmpty()) {
            throw new Problem(401, "unauthorized", "there is nobody of this name with this PIN; try again")
                    .asException();
        }
        wrong.right(name);
        String token = Secrets.text(TOKEN_BYTES, chance);
        open(new Session(token, id, time.instant().plus(LIFE)));
        ctx.header("Set-Cookie", cookie(ctx, token));
        return staff.get();
    }

    /**
     * Returns who asks.
     *
     * @throws dev.kioskguard.web.http.ProblemException 401 when nobody who is still enrolled has signed in there
     */
    public SignedIn require(Context ctx) {
        return find(ctx)
                .flatMap(session -> roll.find(session.staff()).map(staff -> new SignedIn(session.token(), staff)))
                .orElseThrow(() -> new Problem(401, "unauthorized", "sign in first: POST /desk/session {staff, pin}")
                        .asException());
    }

    /**
     * Returns who asks, if it is somebody who goes to customers.
     *
     * @throws dev.kioskguard.web.http.ProblemException 403 for an engineer, 401 as {@link #require}
     */
    public SignedIn requireWhoAnswers(Context ctx) {
        SignedIn who = require(ctx);
        if (!who.staff().role().answersPages()) {
            throw Problem.forbidden("an engineer reads pages only; ask the lobby manager or the head of the branch")
                    .asException();
        }
        return who;
    }

    /** Ends the session that a request shows; without one nothing happens. */
    public synchronized void signOut(Context ctx) {
        find(ctx).ifPresent(sessions::remove);
        ctx.header("Set-Cookie", cookie(ctx, "") + "; Max-Age=0");
    }

    /** No script reads it, no other site sends it, and what came under TLS goes back under TLS only. */
    private static String cookie(Context ctx, String token) {
        String secure = ctx.req().isSecure() ? "; Secure" : "";
        return COOKIE + "=" + token + "; Path=/desk; HttpOnly; SameSite=Strict" + secure;
    }

    private synchronized void open(Session session) {
        if (sessions.size() == SESSIONS_MAX) {
            sessions.removeFirst();
        }
        sessions.addLast(session);
    }

    private synchronized Optional<Session> find(Context ctx) {
        String cookie = ctx.cookie(COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        Instant now = time.instant();
        sessions.removeIf(session -> !now.isBefore(session.until()));
        byte[] shown = bytes(cookie);
        return sessions.stream()
                .filter(session -> MessageDigest.isEqual(bytes(session.token()), shown))
                .findFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RuntimeException tooMany(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return new Problem(
                        429,
                        "too-many",
                        "too many wrong PINs; wait " + seconds + " seconds, then try again",
                        Map.of("Retry-After", Long.toString(seconds)))
                .asException();
    }

    private record Session(String token, String staff, Instant until) {

        @Override
        public String toString() {
            return "Session[" + staff + "]";
        }
    }
}
