package dev.kioskguard.adapter.xfs.manager;

import com.sun.jna.Pointer;
import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.library.Msxfs;
import dev.kioskguard.adapter.xfs.memory.NativeArgument;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The calls at one service, as requests that are still to be issued. */
final class Calls {

    private static final int ALL_EVENTS = Api.SERVICE_EVENTS | Api.USER_EVENTS | Api.SYSTEM_EVENTS | Api.EXECUTE_EVENTS;

    private final Session session;
    private final Object owner;
    private final Msxfs xfs;
    private final Pointer window;
    private final Duration patience;

    /** Calls that are made on behalf of {@code owner}, unless they are for a port. */
    Calls(Session session, Object owner, Line line) {
        this.session = session;
        this.owner = owner;
        this.xfs = line.xfs();
        this.window = line.window();
        this.patience = session.environment().timings().info();
    }

    Request<Boolean> register(int handle) {
        return own(
                "WFSAsyncRegister",
                handle,
                id -> xfs.WFSAsyncRegister((short) handle, ALL_EVENTS, window, window, id),
                Decoder.nothing());
    }

    <T> Request<T> info(int handle, int category, Decoder<T> decoder) {
        return own(
                "WFSAsyncGetInfo " + category,
                handle,
                id -> xfs.WFSAsyncGetInfo((short) handle, category, null, Opening.millis(patience), window, id),
                decoder);
    }

    Request<Boolean> lock(int handle) {
        return own(
                "WFSAsyncLock",
                handle,
                id -> xfs.WFSAsyncLock((short) handle, Opening.millis(patience), window, id),
                Decoder.nothing());
    }

    Request<Boolean> unlock(int handle) {
        return own("WFSAsyncUnlock", handle, id -> xfs.WFSAsyncUnlock((short) handle, window, id), Decoder.nothing());
    }

    /** Registrations, the lock and whatever else the service holds go with it. */
    Request<Boolean> close(int handle) {
        return own("WFSAsyncClose", handle, id -> xfs.WFSAsyncClose((short) handle, window, id), Decoder.nothing());
    }

    <T> Request<T> execute(int handle, Object port, Command<T> command) {
        NativeArgument data = command.data();
        Pointer pointer = data == null ? null : data.pointer();
        int millis = Opening.millis(command.timeout());
        return request(
                "WFSAsyncExecute " + command.name(),
                port,
                handle,
                id -> xfs.WFSAsyncExecute((short) handle, command.code(), pointer, millis, window, id),
                command);
    }

    private <T> Request<T> own(String name, int handle, Request.Call call, Decoder<T> decoder) {
        Consumer<XfsEvent> nobody = event -> {};
        return request(name, owner, handle, call, new Command<>(name, 0, null, patience, decoder, nobody));
    }

    private <T> Request<T> request(String name, Object onBehalf, int handle, Request.Call call, Command<T> command) {
        @Nullable NativeArgument kept = command.data();
        return new Request<>(
                new Request.Task<>(
                        name, onBehalf, handle, call, command.decoder(), command.events(), command.timeout(), kept),
                session.header());
    }
}
