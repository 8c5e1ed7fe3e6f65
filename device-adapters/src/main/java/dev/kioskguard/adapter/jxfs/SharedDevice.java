package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.adapter.jxfs.StatusChange.Reason;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One device and the controls that share it: what waits, what is at work, who has it for itself. Where nothing else is
 * said, confined to the deciding thread.
 */
final class SharedDevice {

    /** Operations that may wait for one device; one more is refused with {@code E_BUSY}. */
    static final int OPERATIONS_MAX = 64;

    /** How long a device that has not answered yet is waited for when a control is opened. */
    static final Duration OPENING_MAX = Duration.ofSeconds(10);

    private final Ports ports;
    private final Loop loop;
    private final Claims claims;
    private final Semaphore room = new Semaphore(OPERATIONS_MAX);
    private final Set<DeviceControl> controls = new LinkedHashSet<>();
    private final Deque<Operation> waiting = new ArrayDeque<>();
    private final Steps whenStarted = new Steps();
    private final Steps whenFree = new Steps();
    private @Nullable Operation atWork;

    SharedDevice(String name, List<? extends Device> ports, Loop loop) {
        this.loop = loop;
        this.claims = new Claims(loop, this::goOn, () -> changed(Reason.CLAIM));
        this.ports = Ports.watch(name, ports, loop, this::changed);
    }

    Loop loop() {
        return loop;
    }

    Ports ports() {
        return ports;
    }

    /** Returns how the device stands for a control. Any thread. */
    ControlStatus statusFor(DeviceControl control) {
        return new ControlStatus(
                control.isOpen(),
                claims.isOwner(control),
                claims.isOwnedByOther(control),
                ports.status(),
                ports.media(),
                ports.active());
    }

    private void changed(Reason reason) {
        if (reason == Reason.DEVICE && ports.status().state() != State.STARTING) {
            whenStarted.run();
        }
        controls.forEach(control -> control.tellIfRoom(new StatusChange(reason, statusFor(control))));
    }

    /** Lets a control hear of the device; completes once the device has answered, or was given time to. */
    CompletableFuture<DeviceStatus> open(DeviceControl control) {
        var opened = new CompletableFuture<DeviceStatus>();
        loop.require(() -> {
            controls.add(control);
            Runnable done = () -> opened.complete(ports.status());
            if (ports.status().state() == State.STARTING) {
                whenStarted.add(done);
                var unused = loop.later(OPENING_MAX, done);
            } else {
                done.run();
            }
        });
        return opened;
    }

    /** Ends everything of a control: what waits, what is at work, its claim; {@code then} runs after the last of it. */
    void leave(DeviceControl control, Runnable then) {
        dropWaiting(control, JxfsCodes.E_CANCELLED, "the control was closed");
        claims.leave(control);
        controls.remove(control);
        Operation now = atWork;
        if (now != null && now.control() == control) {
            whenFree.add(then);
            now.cancel();
        } else {
            then.run();
        }
        goOn();
    }

    /** Takes a place for one more operation, or refuses it with {@code E_BUSY}. Any thread. */
    void takeRoom() {
        if (!room.tryAcquire()) {
            throw new JxfsException(
                    JxfsCodes.E_BUSY, "%d operations wait for %s already".formatted(OPERATIONS_MAX, ports.name()));
        }
    }

    /** Has an operation wait for its turn. */
    void add(Operation operation) {
        if (controls.contains(operation.control())) {
            waiting.add(operation);
            goOn();
        } else {
            drop(operation, JxfsCodes.E_CLOSED, "the control was closed");
        }
    }

    Claims claims() {
        return claims;
    }

    /** Returns whether a control has anything waiting or at work. */
    boolean isBusyFor(DeviceControl control) {
        Operation now = atWork;
        return (now != null && now.control() == control)
                || waiting.stream().anyMatch(operation -> operation.control() == control);
    }

    /** Ends one operation, where there is one of that id. */
    void cancel(DeviceControl control, int identificationId) {
        Operation now = atWork;
        if (now != null && now.is(control, identificationId)) {
            now.cancel();
        } else {
            dropWaiting(
                    operation -> operation.is(control, identificationId),
                    JxfsCodes.E_CANCELLED,
                    "canceled before its turn");
        }
    }

    /** Ends what a control has waiting. */
    void dropWaiting(DeviceControl control, int result, String why) {
        dropWaiting(operation -> operation.control() == control, result, why);
    }

    private void dropWaiting(Predicate<Operation> which, int result, String why) {
        List<Operation> dropped = waiting.stream().filter(which).toList();
        waiting.removeAll(dropped);
        dropped.forEach(operation -> drop(operation, result, why));
    }

    private void drop(Operation operation, int result, String why) {
        room.release();
        operation.end(result, why);
    }

    /** Begins what may begin now: a claim goes before whoever has none, as else it might wait for ever. */
    void goOn() {
        Operation now = atWork;
        claims.look(now == null ? null : now.control(), this::isBusyFor);
        if (now == null) {
            waiting.stream()
                    .filter(operation -> operation.control().isOpen() && claims.lets(operation.control()))
                    .findFirst()
                    .ifPresent(this::begin);
        }
    }

    private void begin(Operation next) {
        waiting.remove(next);
        atWork = next;
        next.begin().whenComplete((outcome, failure) -> loop.run(() -> over(next, outcome, failure)));
    }

    private void over(Operation done, @Nullable Outcome outcome, @Nullable Throwable failure) {
        atWork = null;
        room.release();
        done.end(outcome, failure);
        whenFree.run();
        goOn();
    }

    /** Ends everything of everybody: nothing begins any more, and what is at work ends without the device's word. */
    void end() {
        List<DeviceControl> all = List.copyOf(controls);
        all.forEach(DeviceControl::shut);
        claims.end();
        all.forEach(control -> leave(control, () -> {}));
        if (atWork != null) {
            atWork.end(JxfsCodes.E_CANCELLED, "the controls of this terminal were closed");
        }
        whenFree.run();
        whenStarted.run();
    }
}
