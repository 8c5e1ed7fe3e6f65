package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.header.ErrorNames;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.library.NativeLibraries;
import dev.kioskguard.adapter.xfs.library.Results;
import dev.kioskguard.adapter.xfs.memory.ForeignMemory;
import dev.kioskguard.device.DeviceException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The XFS manager of this machine, started while somebody needs a service of it, and again whenever it has forgotten
 * us. Thread-safe.
 */
public final class XfsManager {

    private final Environment environment;
    private final ForeignMemory memory = ForeignMemory.here();
    private final Sessions sessions = new Sessions(this);

    // On the loop, but for the results.
    private @Nullable NativeLibraries libraries;
    private volatile @Nullable Results results;
    private @Nullable Line line;
    private final Attempts attempts;
    private boolean starting;
    private CompletableFuture<?> left = CompletableFuture.completedFuture(null);

    public XfsManager(Environment environment) {
        this.environment = environment;
        this.attempts = new Attempts(environment);
        environment.crash().heardBy(why -> environment.run(() -> crashed(why)));
    }

    Environment environment() {
        return environment;
    }

    ForeignMemory memory() {
        return memory;
    }

    Header header(Version version) {
        return Header.of(memory.abi(), version);
    }

    /**
     * Returns a service, which {@link Session#join} opens and {@link Session#leave} lets go of.
     *
     * @throws IllegalArgumentException when it is in use as one of another class
     */
    public Session session(String name, ServiceClass kind) {
        return sessions.reserve(name, kind);
    }

    /** Somebody needs a service; on the loop. */
    void needed(Session session) {
        if (line != null && line.isUp()) {
            session.holding().open(line);
        } else {
            Optional<String> trouble = environment.crash().reason().or(attempts::trouble);
            trouble.ifPresentOrElse(session.holding()::down, this::start);
        }
    }

    private void start() {
        if (starting || sessions.all().isEmpty()) {
            return;
        }
        starting = true;
        try {
            Line opening = line == null ? newLine() : line;
            line = opening;
            var unused =
                    opening.opened().whenCompleteAsync((window, failure) -> opened(opening, failure), environment::run);
        } catch (DeviceException e) {
            failed(String.valueOf(e.getMessage()));
        }
    }

    private Line newLine() {
        NativeLibraries loaded =
                libraries == null ? NativeLibraries.load(environment.library(), environment.crash()) : libraries;
        libraries = loaded;
        Results counted = results == null ? new Results(loaded.xfs(), memory) : results;
        results = counted;
        return new Line(environment, loaded, counted, new Ears());
    }

    private void opened(Line opening, @Nullable Throwable failure) {
        if (opening != line) {
            return;
        }
        if (failure != null) {
            line = null;
            failed(String.valueOf(failure.getMessage()));
            return;
        }
        try {
            int code = opening.startUp();
            if (!opening.isUp()) {
                failed("WFSStartUp: " + ErrorNames.of(code));
                return;
            }
        } catch (DeviceException e) {
            failed(String.valueOf(e.getMessage()));
            return;
        }
        starting = false;
        sessions.all().forEach(session -> session.holding().open(opening));
    }

    private void failed(String why) {
        starting = false;
        String told = attempts.after(why, this::start);
        sessions.all().forEach(session -> session.holding().down(told));
    }

    /** The manager does not know us any more; on the loop. */
    void forgotten(Line by) {
        if (by.isUp() && by == line) {
            by.forgotten();
            String why = "the XFS manager was restarted and has forgotten us";
            by.requests().forget(why);
            failed(why);
        }
    }

    /** A driver has crashed in this process, in which nothing of the manager's is called any more; on the loop. */
    private void crashed(String why) {
        starting = false;
        attempts.drop();
        if (line != null) {
            line.forgotten();
            line.requests().forget(why);
            line = null;
        }
        sessions.all().forEach(session -> session.holding().down(why));
    }

    /** A service is in order, so the next trouble is a new one; on the loop. */
    void well() {
        attempts.well();
    }

    /** Closes a service that nobody needs any more; with the last one, leaves the manager. On the loop. */
    void left(Session session) {
        if (!sessions.release(session)) {
            return;
        }
        session.holding().away();
        if (!sessions.all().isEmpty()) {
            return;
        }
        attempts.drop();
        if (line != null) {
            left = CompletableFuture.allOf(left, line.leave());
            line = null;
            starting = false;
        }
    }

    /** Returns how many results are with us and not freed. */
    public long outstanding() {
        Results counted = results;
        return counted == null ? 0 : counted.outstanding();
    }

    /** Completes when whatever was left before this call is over and every thread of it has ended. */
    public CompletableFuture<?> quiet() {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        boolean taken = environment.run(() -> {
            var unused = left.whenComplete((ended, failure) -> reached.complete(true));
        });
        return taken ? reached : CompletableFuture.completedFuture(false);
    }

    /** Hears what is nobody's own. */
    private final class Ears implements Line.Listener {

        @Override
        public Optional<Session> session(int service) {
            return sessions.at(service);
        }

        @Override
        public void happenedToManager(XfsEvent event) {
            // Whichever service it is about, its status tells.
            sessions.all().forEach(session -> session.holding().ask());
        }
    }
}
