package dev.kioskguard.sim.bench;

import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import dev.kioskguard.web.http.Problem;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** The customer's screen where the guard serves it, reached with the screen's own token. Threadsafe. */
public final class GuardScreen implements BenchPorts.Screen {

    private static final String DARK = "dark";

    private final GuardConnection guard;
    private final URI origin;
    private final Supplier<Optional<String>> seen;

    /**
     * A screen behind a guard.
     *
     * @param guard a connection with the screen's token
     * @param origin scheme, host and port of the guard
     * @param seen what whoever stands before the screen sees: a kind, empty if it is dark
     */
    public GuardScreen(GuardConnection guard, URI origin, Supplier<Optional<String>> seen) {
        this.guard = guard;
        this.origin = origin;
        this.seen = seen;
    }

    @Override
    public URI origin() {
        return origin;
    }

    @Override
    public URI ticketed() {
        try {
            return origin.resolve(
                    guard.call(Call.post("/screen/tickets", "")).path("path").asString());
        } catch (GuardRefusedException | GuardUnreachableException e) {
            throw Problem.conflict("no-screen", "the guard gives no ticket for its screen now; ask again shortly")
                    .asException();
        }
    }

    @Override
    public String shown() {
        return seen.get().orElse(DARK);
    }
}
