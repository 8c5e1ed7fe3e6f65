package dev.kioskguard.web.desk.passkey;

import dev.kioskguard.web.desk.staff.News;
import dev.kioskguard.web.desk.staff.Passkey;
import dev.kioskguard.web.desk.staff.SignedIn;
import dev.kioskguard.web.desk.staff.Staff;
import dev.kioskguard.web.desk.staff.StaffRoll;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.ProblemException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Where passkeys are added and shown. Works once it is told under which name the desk is reached. Thread-safe. */
public final class Passkeys {

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final String ANYBODY = "";

    private final StaffRoll roll;
    private final InstantSource time;
    private final Ceremonies ceremonies = new Ceremonies();
    private final Challenges toSignIn;
    private final Challenges toAdd;
    private final News news = new News(TOLD_AGAIN_AFTER);
    private final BiConsumer<String, String> refused;
    private volatile @Nullable RelyingParty party;

    /**
     * Makes a place where no passkey works yet.
     *
     * @param chance a cryptographic source in production
     * @param refused told whose passkey was refused, empty for nobody's, and why, at most once a minute each; returns
     *     at once
     */
    public Passkeys(StaffRoll roll, InstantSource time, RandomGenerator chance, BiConsumer<String, String> refused) {
        this.roll = roll;
        this.time = time;
        this.toSignIn = new Challenges(time, chance);
        this.toAdd = new Challenges(time, chance);
        this.refused = refused;
    }

    /** Tells the origin of the desk's page by a host name; where it has none no passkey works. */
    public void reachedAt(Optional<URI> origin) {
        party = origin.map(RelyingParty::at).orElse(null);
    }

    /** Returns what a browser is asked to sign somebody in. Fails as {@link #toAdd} does. */
    Map<String, Object> toSignIn() {
        return Options.toSignIn(requireParty(), toSignIn.next(ANYBODY));
    }

    /**
     * Returns what a browser is asked to add a passkey of this person.
     *
     * @throws ProblemException 409 where the desk is reached by an address alone
     */
    Map<String, Object> toAdd(SignedIn who) {
        return Options.toAdd(requireParty(), toAdd.next(who.session()), who.staff());
    }

    /**
     * Returns the passkey that a browser has made for whom it was asked.
     *
     * @throws ProblemException 409 where the challenge is over, 422 for anything else that is not right
     */
    Passkey added(SignedIn who, Fields fields) {
        RelyingParty here = requireParty();
        Attestation brought = Attestation.of(fields);
        try {
            return ceremonies.added(here, brought, challenge -> toAdd.take(challenge, who.session()), time.instant());
        } catch (Refusal.Thrown why) {
            throw refusal(who.staff().id(), why.refusal(), 422);
        }
    }

    /**
     * Returns who has signed with which passkey.
     *
     * @throws ProblemException 401 where nobody has, 409 where the challenge is over, 422 for what is no signature
     */
    public Shown signedIn(Fields fields) {
        RelyingParty here = requireParty();
        Assertion brought = Assertion.of(fields);
        Optional<Staff> owner = roll.ofPasskey(brought.passkey());
        String name = owner.map(Staff::id).orElse(ANYBODY);
        try {
            Optional<Passkey> kept = owner.filter(
                            staff -> Options.handle(staff.id()).equals(brought.user()))
                    .flatMap(staff -> staff.passkey(brought.passkey()));
            long counter = ceremonies.signed(here, brought, challenge -> toSignIn.take(challenge, ANYBODY), kept);
            count(kept.orElseThrow(), counter);
            return new Shown(owner.orElseThrow(), kept.orElseThrow());
        } catch (Refusal.Thrown why) {
            throw refusal(name, why.refusal(), 401);
        }
    }

    /** A phone that counts none leaves nothing to write, so that a full disk keeps nobody from a page. */
    private void count(Passkey kept, long counter) throws Refusal.Thrown {
        try {
            if (counter != 0 && !roll.count(kept.id(), counter)) {
                throw new Refusal.Thrown(Refusal.COUNTER);
            }
        } catch (UncheckedIOException unwritten) {
            throw Problem.unavailable("not-counted", "what this passkey counts cannot be kept; sign in with the PIN")
                    .asException();
        }
    }

    private ProblemException refusal(String staff, Refusal why, int status) {
        Instant now = time.instant();
        if (news.isNews(staff + "\n" + why.word(), now)) {
            refused.accept(staff, why.word());
        }
        if (why == Refusal.CHALLENGE) {
            return Problem.conflict("challenge-over", "this took too long, or was used before; begin again")
                    .asException();
        }
        return new Problem(status, "passkey-refused", "this passkey does not count here; sign in with the PIN")
                .asException();
    }

    private RelyingParty requireParty() {
        RelyingParty here = party;
        if (here == null) {
            throw Problem.conflict(
                            "no-passkeys",
                            "passkeys work only where the desk has a host name (desk.name); sign in with the PIN")
                    .asException();
        }
        return here;
    }

    /** Somebody, and the passkey of theirs that was shown. */
    public record Shown(Staff staff, Passkey passkey) {}
}
