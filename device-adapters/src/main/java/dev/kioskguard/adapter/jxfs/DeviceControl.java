package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.adapter.jxfs.Operation.Work;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What every control does alike; stands for {@code com.jxfs.control.IJxfsBaseControl}. Thread-safe.
 *
 * <p>An operation returns an identification id at once, and ends with exactly one operation-complete event to this
 * control and no other. What is asked for before {@link #open()} has ended waits, and ends with {@code E_CLOSED} if it
 * fails. Operations of one device are done one after the other; while another control has it, they wait. Methods throw
 * {@link JxfsException} where nothing could begin.
 */
public abstract class DeviceControl {

    private enum Life {
        CLOSED,
        OPENING,
        OPEN
    }

    private static final AtomicInteger IDS = new AtomicInteger();

    private final SharedDevice device;
    private final AtomicReference<Life> life = new AtomicReference<>(Life.CLOSED);
    private final List<ControlListener> listeners = new CopyOnWriteArrayList<>();

    DeviceControl(SharedDevice device) {
        this.device = device;
    }

    /** Opens the control; stands for {@code open()}. Ends with {@code O_OPEN}, unsuccessfully only without hardware. */
    public final int open() {
        if (!life.compareAndSet(Life.CLOSED, Life.OPENING)) {
            throw new JxfsException(JxfsCodes.E_OPEN, device.ports().name() + " is open already; close it before");
        }
        int id = nextId();
        var open = new Operation(this, JxfsCodes.O_OPEN, id, operation -> CompletableFuture.completedFuture(null));
        try {
            var unused = device.open(this).thenAccept(status -> {
                if (!device.loop().run(() -> opened(open, status))) {
                    open.end(JxfsCodes.E_CLOSED, "closed before it was open");
                }
            });
        } catch (JxfsException e) {
            shut();
            throw e;
        }
        return id;
    }

    private void opened(Operation open, DeviceStatus status) {
        if (status.state() == State.NO_DEVICE) {
            shut();
            open.end(JxfsCodes.E_NOHARDWARE, status.detail());
            device.dropWaiting(this, JxfsCodes.E_CLOSED, "the control could not be opened");
            device.leave(this, () -> {});
        } else if (life.compareAndSet(Life.OPENING, Life.OPEN)) {
            open.end(null, null);
            device.goOn();
        } else {
            open.end(JxfsCodes.E_CLOSED, "closed before it was open");
        }
    }

    /** Lets nothing more be asked for. Any thread. */
    final void shut() {
        life.set(Life.CLOSED);
    }

    /** Closes it, which ends what waits or works as canceled and gives a claim up; stands for {@code close()}. */
    public final int close() {
        requireOpen();
        shut();
        int id = nextId();
        var close = new Operation(this, JxfsCodes.O_CLOSE, id, operation -> CompletableFuture.completedFuture(null));
        device.loop().require(() -> device.leave(this, () -> close.end(null, null)));
        return id;
    }

    /**
     * Waits to have the device for itself; stands for {@code claim(int)}. Operations of others wait from then on.
     *
     * @param timeoutMillis {@link JxfsCodes#FOREVER} for no limit
     * @return whether it came in time
     */
    public final boolean claim(int timeoutMillis) {
        requireOpen();
        return waited(device.claims().claim(this, required(timeoutMillis)));
    }

    /**
     * Gives the device up once the operations of this control are over; stands for {@code release(int)}.
     *
     * @return whether that was in time; the claim stays where it was not
     */
    public final boolean release(int timeoutMillis) {
        requireOpen();
        return waited(device.claims().release(this, required(timeoutMillis)));
    }

    private static int required(int timeoutMillis) {
        if (timeoutMillis < JxfsCodes.FOREVER) {
            throw new JxfsException(
                    JxfsCodes.E_PARAMETER_INVALID, "a time-out is milliseconds, or FOREVER, not " + timeoutMillis);
        }
        return timeoutMillis;
    }

    private static boolean waited(CompletableFuture<Boolean> granted) {
        try {
            return granted.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof JxfsException refused ? refused : e;
        }
    }

    /**
     * Wants an operation of this control to end, which then says {@code E_CANCELLED} unless it was over before; stands
     * for {@code cancel(int)}.
     */
    public final void cancel(int identificationId) {
        requireOpen();
        device.loop().require(() -> device.cancel(this, identificationId));
    }

    /** Returns how the device stands, without asking it; stands for {@code getStatus()}. */
    public final ControlStatus getStatus() {
        return device.statusFor(this);
    }

    /** Returns the logical name. */
    public final String getDeviceName() {
        return device.ports().name();
    }

    /** Adds whoever is told; stands for the three methods of J/XFS that add listeners. */
    public final void addListener(ControlListener listener) {
        listeners.add(listener);
    }

    public final void removeListener(ControlListener listener) {
        listeners.remove(listener);
    }

    /** Asks for an operation. */
    final int ask(int operationId, Work work) {
        requireOpen();
        device.takeRoom();
        int id = nextId();
        var operation = new Operation(this, operationId, id, work);
        device.loop().require(() -> device.add(operation));
        return id;
    }

    /** Returns the number for a fault of the port, of which a device may have better ones. */
    int resultOf(Fault fault) {
        return JxfsCodes.result(fault);
    }

    /** Does something on the deciding thread after a while. */
    final void later(Duration delay, Runnable step) {
        var unused = device.loop().later(delay, step);
    }

    final boolean isOpen() {
        return life.get() == Life.OPEN;
    }

    private void requireOpen() {
        if (life.get() == Life.CLOSED) {
            throw new JxfsException(JxfsCodes.E_CLOSED, device.ports().name() + " is closed; open it before");
        }
    }

    private static int nextId() {
        return IDS.incrementAndGet();
    }

    final void ended(OperationComplete event) {
        device.loop().tell(() -> listeners.forEach(listener -> listener.operationCompleteOccurred(event)));
    }

    final void tell(Intermediate event) {
        device.loop().tellIfRoom(() -> listeners.forEach(listener -> listener.intermediateOccurred(event)));
    }

    final void tellIfRoom(StatusChange event) {
        device.loop().tellIfRoom(() -> listeners.forEach(listener -> listener.statusOccurred(event)));
    }
}
