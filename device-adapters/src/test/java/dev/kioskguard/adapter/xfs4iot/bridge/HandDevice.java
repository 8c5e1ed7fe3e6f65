package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.ReportingDevice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A device that a test works by hand: it does nothing of itself, and keeps what it was asked for. */
abstract class HandDevice extends ReportingDevice {

    final List<Asked<?>> asked = new CopyOnWriteArrayList<>();

    /** An operation that was asked for, to be ended by the test. */
    record Asked<T>(String what, Duration timeout, CompletableFuture<T> end) {}

    HandDevice() {
        super(DeviceAddress.of("hand:device"));
        found(DeviceStatus.ONLINE);
    }

    @Override
    protected final void found(DeviceStatus now) {
        super.found(now);
    }

    final <T> CompletableFuture<T> ask(String what, Duration timeout) {
        CompletableFuture<T> end = new CompletableFuture<>();
        asked.add(new Asked<>(what, timeout, end));
        return end;
    }

    /** Returns the last operation that was asked for. */
    @SuppressWarnings("unchecked")
    final <T> Asked<T> last() {
        return (Asked<T>) asked.get(asked.size() - 1);
    }

    @Override
    public final void close() {}
}
