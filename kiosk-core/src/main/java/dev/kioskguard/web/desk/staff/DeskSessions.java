package dev.kioskguard.web.desk.staff;

import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Rights;
import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.staff.OpenSessions.Session;
import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.ProblemException;
import dev.kioskguard.web.http.access.Secrets;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Browsers at the desk: a PIN is traded for a cookie that no script can read and no other site can send. Sessions live
 * in memory only and no longer than a shift, and no longer than the PIN they were opened with. Thread-safe.
 */
public final class DeskSessions {

    /** A long shift. */
    public static final Duration LIFE = Duration.ofHours(12);

    private static final String COOKIE = "kiosk-desk";
    private static final int TOKEN_BYTES = 32;

    private final StaffRoll roll;
    private final InstantSource time;
    private final RandomGenerator chance;
    private final KnownPhones phones;
    private final PinGate pins;
    private final OpenSessions open = new OpenSessions();
    private volatile Consumer<Refused> refused = kind -> {};

    /**
     * Makes a desk where nobody has signed in.
     *
     * @param secret what marks the phones that somebody has signed in from
     * @param nobodys tried for a name that nobody has, which takes as long as for another
     * @param chance a cryptographic source in production
     */
    public DeskSessions(StaffRoll roll, byte[] secret, PinHash nobodys, InstantSource time, RandomGenerator chance) {
        this.roll = roll;
        this.time = time;
        this.chance = chance;
        this.phones = new KnownPhones(secret, chance);
        this.pins = new PinGate(time, nobodys);
    }

    /** Registers who is told of names that may not be tried for a while; it must return at once. */
    public void onLocked(Consumer<String> listener) {
        pins.onLocked(listener);
    }

    /** Registers who is told of requests that nobody who has signed in makes; it must return at once. */
    public void onRefused(Consumer<Refused> listener) {
        refused = listener;
    }

    /** Tells of a request that was refused because of who made it. */
    public void refused(Refused kind) {
        refused.accept(kind);
    }

    /**
     * Signs somebody in and puts the cookie into the answer.
     *
     * @throws dev.kioskguard.web.http.ProblemException 401 when there is nobody with this PIN, 429 after five such
     *     tries in a minute from phones that this name has not signed in from, or from this one
     */
    public Staff signIn(Context ctx, String id, String pin) {
        Staff staff = pins.pass(roll.find(id), pin, phones.of(ctx, id));
        signIn(ctx, staff, null);
        return staff;
    }

    /** Signs in somebody who has shown one of their passkeys, and puts the cookie into the answer. */
    public void signInBy(Context ctx, Staff staff, Passkey passkey) {
        signIn(ctx, staff, passkey.id());
    }

    private void signIn(Context ctx, Staff staff, @Nullable String passkey) {
        String token = Secrets.text(TOKEN_BYTES, chance);
        open.add(new Session(
                token, staff.id(), staff.pin(), passkey, time.instant().plus(LIFE)));
        ctx.header("Set-Cookie", DeskCookie.of(ctx, COOKIE, token));
        phones.mark(ctx, staff.id());
    }

    /**
     * Returns who asks, also if all that they may do yet is to choose a PIN.
     *
     * @throws dev.kioskguard.web.http.ProblemException 401 when nobody who is still enrolled has signed in there
     */
    public SignedIn requireSession(Context ctx) {
        String cookie = ctx.cookie(COOKIE);
        if (cookie == null) {
            throw refusal(Refused.NO_SESSION);
        }
        Session session = find(cookie).orElseThrow(() -> refusal(Refused.UNKNOWN_SESSION));
        return signedIn(session).orElseThrow(() -> refusal(Refused.ENDED_SESSION));
    }

    private ProblemException refusal(Refused kind) {
        refused(kind);
        return signInFirst();
    }

    private static ProblemException signInFirst() {
        return new Problem(401, "unauthorized", "sign in first: POST /desk/session {staff, pin}").asException();
    }

    /**
     * Returns who asks whether they have signed in; a phone that shows nothing may ask.
     *
     * @throws dev.kioskguard.web.http.ProblemException as {@link #requireSession}
     */
    public SignedIn whoAsks(Context ctx) {
        if (ctx.cookie(COOKIE) == null) {
            throw signInFirst();
        }
        return requireSession(ctx);
    }

    /**
     * Returns who asks.
     *
     * @throws dev.kioskguard.web.http.ProblemException 403 for somebody whose PIN is not of their own choice, 401 as
     *     {@link #requireSession}
     */
    public SignedIn require(Context ctx) {
        SignedIn who = requireSession(ctx);
        if (who.staff().firstPin()) {
            throw new Problem(403, "pin-to-choose", "choose a PIN first: POST /desk/session/pin {pin, newPin}")
                    .asException();
        }
        return who;
    }

    /**
     * Returns who asks, if their role may do this.
     *
     * @throws dev.kioskguard.web.http.ProblemException 403 for any other role, 403 and 401 as {@link #require}
     */
    public SignedIn requireTo(Context ctx, Deed deed) {
        SignedIn who = require(ctx);
        if (!Rights.may(who.staff().role(), deed)) {
            String roles = Rights.whoMay(deed).stream().map(Role::word).collect(Collectors.joining(", "));
            throw Problem.forbidden("to " + deed.word() + " is for these roles: " + roles + "; ask one of them")
                    .asException();
        }
        return who;
    }

    /**
     * Returns when somebody who has signed in has shown once more that they know their PIN.
     *
     * @throws dev.kioskguard.web.http.ProblemException as {@link #signIn}
     */
    public void requirePin(SignedIn who, String pin) {
        pins.pass(Optional.of(who.staff()), pin, Optional.of(who.session()));
    }

    /** Lets one session of somebody go on under a PIN that they have chosen; their others end. */
    public void goOn(SignedIn who, PinHash chosen) {
        String passkey = find(who.session()).map(Session::passkey).orElse(null);
        open.only(new Session(
                who.session(), who.staff().id(), chosen, passkey, time.instant().plus(LIFE)));
    }

    /** Returns whether a session is still somebody's. */
    public boolean holds(String token) {
        return find(token).flatMap(this::signedIn).isPresent();
    }

    /** Ends the session that a request shows; without one nothing happens. */
    public void signOut(Context ctx) {
        Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(this::find).ifPresent(open::remove);
        ctx.header("Set-Cookie", DeskCookie.of(ctx, COOKIE, "") + "; Max-Age=0");
    }

    /** Whoever was revoked, has another PIN by now, or no more the passkey of then, has not signed in. */
    private Optional<SignedIn> signedIn(Session session) {
        return roll.find(session.staff())
                .filter(staff -> staff.pin().equals(session.pin()))
                .filter(staff -> session.passkey() == null
                        || staff.passkey(session.passkey()).isPresent())
                .map(staff -> new SignedIn(session.token(), staff));
    }

    private Optional<Session> find(String token) {
        return open.find(token, time.instant());
    }
}
