package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.manager.Command;
import dev.kioskguard.adapter.xfs.manager.ServiceClass;
import dev.kioskguard.adapter.xfs.manager.Session;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsEvent;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.adapter.xfs.memory.NativeFieldException;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.ReportingDevice;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** What every device at a native service has in common. */
abstract class XfsDevice extends ReportingDevice implements Inspected, Session.Listener {

    private final Session session;
    private final AtomicBoolean closed = new AtomicBoolean();

    XfsDevice(XfsManager manager, DeviceAddress address, ServiceClass kind) {
        super(address);
        ServiceAddress at = ServiceAddress.of(address);
        this.session = manager.session(at.service(), kind);
        if (at.isExclusive()) {
            session.exclusively();
        }
        found(session.deviceStatus());
    }

    /** Begins to open the service, once the whole device has been made. */
    void start() {
        session.join(this);
    }

    final Session session() {
        return session;
    }

    @Override
    public List<Fact> inspect() {
        return Findings.of(session);
    }

    @Override
    public final void changed() {
        if (closed.get()) {
            return;
        }
        try {
            session.status().ifPresent(this::statusRead);
            found(session.deviceStatus());
        } catch (NativeFieldException e) {
            unsound(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Takes in what the service now says of itself. On the loop.
     *
     * @throws NativeFieldException when what it says cannot be
     */
    abstract void statusRead(Snapshot read);

    @Override
    public final void happened(XfsEvent event) {
        if (!event.problem().isEmpty()) {
            unsound(event.problem());
        } else if (event.message() == Api.WFS_SERVICE_EVENT) {
            try {
                told(event);
            } catch (NativeFieldException e) {
                unsound(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Takes in an event of the service. On the loop. */
    void told(XfsEvent event) {}

    /** Nothing that the service said before is known to be so any more. On the loop, or at the end. */
    void lost() {}

    /** A provider that hands over rubbish is not trusted, until it says of itself again that all is well. */
    final void unsound(String why) {
        lost();
        found(new DeviceStatus(State.HARDWARE_ERROR, why));
    }

    final <T> CompletableFuture<T> execute(Command<T> command) {
        return session.execute(this, command).result();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            session.leave(this);
            lost();
            found(new DeviceStatus(State.OFFLINE, "closed"));
        }
    }
}
