package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One service, held on to by all ports that use it: opened, registered for its events, asked what it can do and how it
 * is, and opened again whenever it is lost. Thread-safe; listeners are called on the loop.
 */
public final class Session {

    /** What a service tells. */
    public interface Listener {

        /** It is open and has said what it can do; commands may follow. */
        default void opened() {}

        /** Device status or status have changed. */
        void changed();

        /** Any event that is not of one command. */
        default void happened(XfsEvent event) {}
    }

    private final XfsManager manager;
    private final String name;
    private final ServiceClass kind;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private volatile DeviceStatus deviceStatus = new DeviceStatus(State.STARTING, "opening for the first time");
    private volatile @Nullable Snapshot status;
    private volatile @Nullable Snapshot capabilities;
    private volatile Header header;
    private volatile String provider = "";

    private final Holding holding;
    private volatile boolean exclusive;
    private int holders;

    Session(XfsManager manager, String name, ServiceClass kind) {
        this.manager = manager;
        this.name = name;
        this.kind = kind;
        this.header = manager.header(Version.V3_30);
        this.holding = new Holding(manager, this);
    }

    String name() {
        return name;
    }

    ServiceClass kind() {
        return kind;
    }

    /** Returns the structures as they are in the version that was agreed on. */
    public Header header() {
        return header;
    }

    /** Returns what the provider says of itself; empty before it has. */
    public String provider() {
        return provider;
    }

    /** Returns a structure of zeros for a command. */
    public NativeStruct struct(String struct) {
        return new NativeStruct(manager.memory(), header.struct(struct));
    }

    public Environment environment() {
        return manager.environment();
    }

    public DeviceStatus deviceStatus() {
        return deviceStatus;
    }

    /** Returns the last known status. It may be old while the service is offline. */
    public Optional<Snapshot> status() {
        return Optional.ofNullable(status);
    }

    public Optional<Snapshot> capabilities() {
        return Optional.ofNullable(capabilities);
    }

    /** Has the service locked for us while it works for us, and given up between when others ask for it. */
    public void exclusively() {
        exclusive = true;
    }

    boolean isExclusive() {
        return exclusive;
    }

    boolean isFor(Object owner) {
        return listeners.contains(owner);
    }

    /** Counts one more who has it; under the lock of the manager. */
    void reserve() {
        holders++;
    }

    /** Counts one less, and returns whether nobody has it any more; under the lock of the manager. */
    boolean release() {
        return --holders == 0;
    }

    /** Tells a listener of this service from here on, and opens it, without waiting, where nobody did before. */
    public void join(Listener listener) {
        manager.environment().run(() -> {
            listeners.add(listener);
            manager.needed(this);
            if (holding.service().isPresent()) {
                listener.opened();
                listener.changed();
            }
        });
    }

    /** Ends what a port has under way as canceled; with the last port, the service is closed. To be called once. */
    public void leave(Listener listener) {
        manager.environment().run(() -> {
            listeners.remove(listener);
            holding.service().ifPresent(open -> open.abandon(listener));
            manager.left(this);
        });
    }

    /** Has the service do something on behalf of a port. */
    public <T> Execution<T> execute(Listener port, Command<T> command) {
        Execution<T> execution = new Execution<>(manager.environment(), command.name());
        manager.environment().run(() -> {
            Service open = holding.service().orElse(null);
            if (!listeners.contains(port)) {
                execution.fail(Fault.CANCELED, "closed");
            } else if (open == null) {
                execution.fail(Fault.CONNECTION_LOST, deviceStatus.detail());
            } else {
                Request<T> request = open.execute(port, command);
                execution.follow(request, () -> open.cancel(request));
            }
        });
        return execution;
    }

    /** Has the status asked for soon. */
    public void refresh() {
        environment().run(holding::ask);
    }

    Holding holding() {
        return holding;
    }

    /** The service is open at a version. */
    void agreed(Header on, String description) {
        header = on;
        provider = description;
    }

    /** The service has said what it can do. */
    void can(Snapshot can) {
        capabilities = can;
        listeners.forEach(Listener::opened);
    }

    /** The service has said how it is. */
    void answered(Snapshot read) {
        manager.well();
        status = read;
        found(States.of(read));
    }

    /** What the device is has changed, or what is known of it. */
    void found(DeviceStatus device) {
        deviceStatus = device;
        listeners.forEach(Listener::changed);
    }

    void happened(XfsEvent event) {
        listeners.forEach(listener -> listener.happened(event));
        if (event.is(Api.WFS_SYSTEM_EVENT, Api.WFS_SYSE_LOCK_REQUESTED)) {
            holding.service().ifPresent(Service::lockRequested);
        } else if (event.message() == Api.WFS_SYSTEM_EVENT) {
            holding.ask();
        }
    }
}
