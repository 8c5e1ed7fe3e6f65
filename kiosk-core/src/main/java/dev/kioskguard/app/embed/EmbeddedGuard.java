package dev.kioskguard.app.embed;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.wiring.ContentInUse;
import dev.kioskguard.app.wiring.GuardSetup;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.app.wiring.RunningGuard;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.risk.PayeeLookUps;
import dev.kioskguard.transfer.TransferGate;
import dev.kioskguard.transfer.clearance.PublicKeys;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A guard in the process of a bank's Java application, from start to {@link #close()}. Thread-safe.
 *
 * <p>It still opens its own listeners on loopback: the customer's page and the manager's desk are browsers.
 */
public final class EmbeddedGuard implements AutoCloseable {

    private static final int ID_BYTES = 10;

    private final Parts parts;
    private final RunningGuard guard;
    private final TransferGate gate;

    private EmbeddedGuard(Parts parts, RunningGuard guard) {
        this.parts = parts;
        this.guard = guard;
        var chance = new SecureRandom();
        this.gate = new GuardGate(guard, () -> id(chance));
    }

    /**
     * Starts a guard as {@code ./kiosk run} would, on the devices that the configuration names.
     *
     * @param config the folder of {@code kiosk.yaml}
     * @param data the folder of journal, keys and tokens; one guard at a time
     * @throws RuntimeException saying what to do; nothing is left open then
     */
    public static EmbeddedGuard start(Path config, Path data) {
        return start(config, data, last -> Time.wall(InstantSource.system()), null);
    }

    /** Starts a guard that asks the bank's own look-ups of every payee. */
    public static EmbeddedGuard startWith(PayeeLookUps lookUps, Path config, Path data) {
        return start(config, data, last -> Time.wall(InstantSource.system()), lookUps);
    }

    /**
     * Starts a guard that goes by another clock than the wall's.
     *
     * @param clock makes the guard's time from that of the journal's last line
     */
    public static EmbeddedGuard start(Path config, Path data, Function<Instant, Time> clock) {
        return start(config, data, clock, null);
    }

    /**
     * Starts a guard that goes by another clock than the wall's.
     *
     * @param lookUps the bank's own look-ups of a payee; null where there are none
     */
    public static EmbeddedGuard start(
            Path config, Path data, Function<Instant, Time> clock, @Nullable PayeeLookUps lookUps) {
        var parts = new Parts();
        try {
            DataDirectory folder = parts.keep(DataDirectory.open(data));
            ConfigWatch watch = parts.keep(ConfigWatch.open(config.resolve("kiosk.yaml"), InstantSource.system()));
            var now = watch.current();
            var around = new GuardSetup.Around(
                    new SecureRandom(),
                    null,
                    now.machine().devices(),
                    List.of(),
                    now.machine().ports().base(),
                    lookUps,
                    null,
                    UnaryOperator.identity());
            var wording = ContentInUse.of(config, now, data);
            return new EmbeddedGuard(
                    parts, parts.keep(RunningGuard.start(new GuardSetup(watch, folder, wording, clock, around))));
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    public TransferGate gate() {
        return gate;
    }

    /** Returns the address of the customer's page with a fresh one-time ticket, for the terminal's browser. */
    public URI screenUri() {
        return guard.screenUri();
    }

    /** Returns the keys by which the bank's host verifies clearances. */
    public PublicKeys clearanceKeys() {
        return guard.clearanceKeys();
    }

    /** Returns what the guard asks of the bank and has not been told of as done, oldest first. */
    public List<BankRequest> requests() {
        return List.copyOf(guard.guard().state().requests().values());
    }

    /** Tells the guard that a request has been carried out, or could not be. */
    public CompletionStage<Void> done(BankRequest request, boolean ok) {
        return guard.guard()
                .offer(at -> new GuardEvent.BankAnswered(at, request.id(), ok))
                .thenAccept(reply -> {});
    }

    private static String id(RandomGenerator chance) {
        var bytes = new byte[ID_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        parts.close();
    }
}
