package dev.kioskguard.web.http;

import dev.kioskguard.web.http.Gate.SecurityHeaders;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP listener, open from {@link #start} to {@link #close}. Every refusal it gives is a problem document, also
 * those that no route has seen.
 */
public final class Listener implements AutoCloseable {

    /** Acceptor, selector and a reserve included; a route may block shortly, a wait must not hold one. */
    static final int THREADS_MAX = 16;

    static final int THREADS_MIN = 4;
    private static final int THREAD_IDLE_MS = 30_000;
    private static final long STOP_TIMEOUT_MS = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final Javalin javalin;
    private final Reach reach;

    private Listener(Javalin javalin, Reach reach) {
        this.javalin = javalin;
        this.reach = reach;
    }

    /**
     * Starts to listen.
     *
     * @throws ListenerException when the port is taken or not allowed, saying what to do
     */
    public static Listener start(ListenerSettings settings, Consumer<RoutesConfig> routes) {
        Gate gate = new Gate(SecurityHeaders.of(settings.frameAncestors()), settings.reach());
        Javalin javalin = Javalin.create(config -> configure(config, settings, gate, routes));
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw new ListenerException(
                    ("port %d on %s cannot be used; end the process that has it, or choose another with --port-base or"
                                    + " with ports.base of kiosk.yaml (for the desk: or another desk.listen)")
                            .formatted(settings.port(), settings.reach().address()),
                    taken);
        }
        gate.open(javalin.port());
        return new Listener(javalin, settings.reach());
    }

    public int port() {
        return javalin.port();
    }

    /** Returns the address to which a path can be resolved: {@code http://127.0.0.1:8470/}. */
    public URI uri() {
        return reach.uri(port());
    }

    /** Returns the origin of its pages by a host name; empty where it has an address alone. */
    public Optional<URI> named() {
        return reach.named(port());
    }

    /** Stops listening; requests in flight get two seconds. Stopping twice is stopping once. */
    @Override
    public void close() {
        javalin.stop();
    }

    /** Says whether a route runs on behalf of a HEAD, so that an answer without end can be left out. */
    public static boolean isHead(Context ctx) {
        return ctx.req().getAttribute(Gate.HEAD_ATTRIBUTE) != null;
    }

    private static void configure(
            JavalinConfig config, ListenerSettings settings, Gate gate, Consumer<RoutesConfig> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = settings.limits().bodyBytesMax();
        // Waits end by their own deadline; a second clock in the server would only cut them off without an answer.
        config.http.asyncTimeout = 0;
        config.jetty.threadPool = threads(settings);
        config.jetty.modifyServer(server -> furnish(server, settings, gate));
        config.jetty.modifyServletContextHandler(
                context -> context.setErrorHandler(new ProblemPages(SecurityHeaders.of(settings.frameAncestors()))));
        config.jetty.addConnector((server, http) -> Doorway.of(server, http, settings));
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.error("a route failed beyond repair", error);
            response.setStatus(500);
        });
        config.routes.exception(ProblemException.class, (refusal, ctx) -> Json.refuse(ctx, refusal.problem()));
        config.routes.exception(HttpResponseException.class, Listener::refuseStatus);
        config.routes.exception(CompletionException.class, Listener::refuseCause);
        config.routes.exception(Exception.class, Listener::refuseFault);
        routes.accept(config.routes);
    }

    private static QueuedThreadPool threads(ListenerSettings settings) {
        // What waits for a thread is bounded by the number of connections, each of which waits with one thing.
        var pool = new QueuedThreadPool(THREADS_MAX, THREADS_MIN, THREAD_IDLE_MS);
        pool.setName(settings.name());
        return pool;
    }

    private static void furnish(Server server, ListenerSettings settings, Gate gate) {
        gate.setHandler(new BodyIntake(
                settings.limits().bodyBytesMax(), settings.limits().arrivalTimeout()));
        server.setHandler(gate);
        server.setErrorHandler(new ProblemPages(SecurityHeaders.of(settings.frameAncestors())));
        server.addBean(new NetworkConnectionLimit(settings.limits().connectionsMax(), server));
        server.setStopTimeout(STOP_TIMEOUT_MS);
    }

    private static void refuseStatus(HttpResponseException refusal, Context ctx) {
        Problem problem = Problem.ofStatus(refusal.getStatus());
        String allow = refusal.getDetails().get("availableMethods");
        if (refusal.getStatus() == 405 && allow != null) {
            ctx.header("Allow", allow);
        }
        Json.refuse(ctx, problem);
    }

    private static void refuseCause(CompletionException wrapped, Context ctx) {
        if (wrapped.getCause() instanceof ProblemException refusal) {
            Json.refuse(ctx, refusal.problem());
        } else {
            refuseFault(wrapped, ctx);
        }
    }

    private static void refuseFault(Exception fault, Context ctx) {
        // The kind and the place of the fault, never its message: that could carry what the customer typed.
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error(
                "route {} {} failed: {} at {}",
                ctx.method(),
                ctx.endpoint().path,
                fault.getClass().getName(),
                trace.length == 0 ? "unknown" : trace[0]);
        Json.refuse(ctx, Problem.internal());
    }
}
