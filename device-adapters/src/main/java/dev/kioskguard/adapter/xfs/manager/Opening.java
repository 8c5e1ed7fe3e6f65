package dev.kioskguard.adapter.xfs.manager;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.ShortByReference;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.library.Msxfs;
import dev.kioskguard.adapter.xfs.memory.NativeArgument;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.time.Duration;
import java.util.List;

/** The call that opens a service, and what the manager writes while it does: a handle, and which version is agreed. */
final class Opening {

    private static final String APPLICATION = "KioskGuard";

    private final Session session;
    private final Timings timings;
    private final ShortByReference handle = new ShortByReference();
    /** The two texts lie where the provider may read them until the completion. */
    private final NativeArgument name;

    private final NativeArgument application;
    private final NativeStruct agreed;
    private final NativeStruct provider;

    Opening(XfsManager manager, Session session) {
        this.session = session;
        this.timings = manager.environment().timings();
        this.name = NativeArgument.text(manager.memory(), session.name());
        this.application = NativeArgument.text(manager.memory(), APPLICATION);
        this.agreed = session.struct("WFSVERSION");
        this.provider = session.struct("WFSVERSION");
    }

    /** Returns the request, which completes with what {@code WFSVERSION} says was agreed on. */
    Request<StructView> request(Object owner, Msxfs xfs, Pointer window) {
        Request.Call call = id -> xfs.WFSAsyncOpen(
                name.pointer(),
                null,
                application.pointer(),
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
                        call(),
                        owner,
                        0,
                        call,
                        (received, header) -> agreed.view(),
                        event -> {},
                        timings.open(),
                        List.of(name, application, handle, agreed, provider)),
                session.header());
    }

    /**
     * Returns the version that was agreed on.
     *
     * @throws DeviceException when it is older than any that was asked for, whose structures nobody here knows
     */
    Version version(StructView said) {
        Version version = Version.ofWord(said.number("wVersion"));
        if (version.compareTo(Version.V3_00) < 0) {
            throw new DeviceException(
                    Fault.UNSUPPORTED,
                    call(),
                    "WFSVERSION.wVersion is %s, and nothing below %s is spoken; the vendor has to install a newer provider"
                            .formatted(version, Version.V3_00));
        }
        return version;
    }

    private String call() {
        return "WFSAsyncOpen " + session.name();
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
