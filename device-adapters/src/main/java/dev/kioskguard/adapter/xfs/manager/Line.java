package dev.kioskguard.adapter.xfs.manager;

import com.sun.jna.Pointer;
import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.library.DriverCrash;
import dev.kioskguard.adapter.xfs.library.Msxfs;
import dev.kioskguard.adapter.xfs.library.NativeLibraries;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.library.Results;
import dev.kioskguard.adapter.xfs.memory.NativeFieldException;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to the manager from the first service to the last: a window, whatever arrives there, and whatever is asked.
 * Confined to the loop, but for what arrives.
 */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /** Whose events arrive; called on the pump. */
    interface Listener {

        /** Returns the session with a service, unless it is unknown. */
        Optional<Session> session(int service);

        /** Told of what the manager says of itself or of a provider; on the loop. */
        void happenedToManager(XfsEvent event);
    }

    private final Msxfs xfs;
    private final DriverCrash crash;
    private final Results results;
    private final Requests requests;
    private final Dispatcher dispatcher;
    private final Listener listener;
    private final Header header;
    private final Pump pump;
    private final CompletableFuture<Pointer> window;

    private final Duration patience;

    private boolean up;

    Line(Environment environment, NativeLibraries libraries, Results results, Listener listener) {
        this.xfs = libraries.xfs();
        this.crash = environment.crash();
        this.results = results;
        this.requests = new Requests(environment, xfs, results);
        this.dispatcher = new Dispatcher(environment);
        this.listener = listener;
        this.patience = environment.timings().info();
        this.header = Header.of(results.memory().abi(), Version.V3_30);
        this.pump = new Pump(libraries, crash, this::received);
        this.window = pump.start();
    }

    Msxfs xfs() {
        return xfs;
    }

    Requests requests() {
        return requests;
    }

    /** Completes when calls can be made. */
    CompletableFuture<Pointer> opened() {
        return window;
    }

    Pointer window() {
        return window.join();
    }

    /** Returns whether the manager has been started and has not forgotten it. */
    boolean isUp() {
        return up;
    }

    void forgotten() {
        up = false;
    }

    /** Starts the manager for this process, and asks it for its own events; returns its code. */
    int startUp() {
        NativeStruct version = new NativeStruct(results.memory(), header.struct("WFSVERSION"));
        int code = xfs.WFSStartUp(Version.range(Version.V3_00, Version.V3_30), version.pointer());
        up = code == Api.WFS_SUCCESS || code == Api.WFS_ERR_ALREADY_STARTED;
        if (up) {
            Request.Call register = id -> xfs.WFSAsyncRegister((short) 0, Api.SYSTEM_EVENTS, window(), window(), id);
            int unused = requests.issue(new Request<>(
                    new Request.Task<>(
                            "WFSAsyncRegister", this, 0, register, Decoder.nothing(), event -> {}, patience, null),
                    header));
        }
        return code;
    }

    /** Leaves the manager, and the window once it has heard everything; completes then. */
    CompletableFuture<?> leave() {
        up = false;
        int unused = xfs.WFSCleanUp();
        return pump.leave();
    }

    private void received(int message, Pointer result) {
        if (crash.reason().isPresent()) {
            return; // what a result points to may be anything now, and it could not be freed
        }
        Received what;
        try {
            what = results.look(result);
        } catch (NativeFieldException e) {
            LOG.warn("the XFS manager posted what is no result: {}", e.getMessage());
            return;
        }
        boolean isForAll = message >= Api.WFS_SERVICE_EVENT;
        dispatcher.dispatch(isForAll ? happened(message, what, result) : requests.received(message, what, result));
    }

    private Runnable happened(int message, Received what, Pointer result) {
        try {
            Optional<Session> session = listener.session(what.service());
            XfsEvent event =
                    XfsEvent.read(message, what, session.map(Session::header).orElse(header));
            return () ->
                    session.ifPresentOrElse(known -> known.happened(event), () -> listener.happenedToManager(event));
        } finally {
            results.free(result);
        }
    }
}
