package dev.kioskguard.adapter.xfs.manager;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.ShortByReference;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.library.Msxfs;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.adapter.xfs.memory.StructView;
import java.time.Duration;
import java.util.List;

/** The call that opens a service, and what the manager writes while it does: a handle, and which version is agreed. */
final class Opening {

    private static final String APPLICATION = "KioskGuard";

    private final Session session;
    private final Timings timings;
    private final ShortByReference handle = new ShortByReference();
    private final NativeStruct agreed;
    private final NativeStruct provider;

    Opening(Session session, Timings timings) {
        this.session = session;
        this.timings = timings;
        this.agreed = session.struct("WFSVERSION");
        this.provider = session.struct("WFSVERSION");
    }

    /** Returns the request, which completes with what {@code WFSVERSION} says was agreed on. */
    Request<StructView> request(Object owner, Msxfs xfs, Pointer window) {
        Request.Call call = id -> xfs.WFSAsyncOpen(
                session.name(),
                null,
                APPLICATION,
                0,
                millis(timings.open()),
                handle,
                window,
                Version.range(Version.V3_00, Version.V3_30),
                agreed.pointer(),
                provider.pointer(),
                id);
        return new Request<>(
                new Request.Task<>(
                        "WFSAsyncOpen " + session.name(),
                        owner,
                        0,
                        call,
                        (received, header) -> agreed.view(),
                        event -> {},
                        timings.open(),
                        List.of(handle, agreed, provider)),
                session.header());
    }

    /** Returns the service's number, once it is open; it has 16 bits and no sign. */
    int handle() {
        return handle.getValue() & 0xFFFF;
    }

    /** Returns a time-out as the manager takes it, to whom zero is for ever. */
    static int millis(Duration timeout) {
        return (int) Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    }
}
