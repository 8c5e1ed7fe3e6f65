package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Failures;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An operation that a control has asked for, until its one end. Confined to the deciding thread, but for what a driver
 * may ask and tell.
 */
final class Operation {

    private final DeviceControl control;
    private final int operationId;
    private final int identificationId;
    private final Work work;
    private volatile boolean cancelled;
    private volatile boolean over;
    private Runnable stop = () -> {};

    Operation(DeviceControl control, int operationId, int identificationId, Work work) {
        this.control = control;
        this.operationId = operationId;
        this.identificationId = identificationId;
        this.work = work;
    }

    DeviceControl control() {
        return control;
    }

    boolean is(DeviceControl asking, int id) {
        return control == asking && identificationId == id;
    }

    /** Begins it on the device; what the device throws at once is a failure like any later one. */
    CompletionStage<@Nullable Outcome> begin() {
        return Failures.caught(() -> work.begin(this));
    }

    /** Returns whether it should not wait for a customer any longer. Any thread. */
    boolean isCancelled() {
        return cancelled;
    }

    /** Registers what makes the device stop; done at once where that is wanted already. */
    void onCancel(Runnable stopping) {
        stop = stopping;
        if (cancelled) {
            stopping.run();
        }
    }

    /** Wants it to end; how it ends the device will say. */
    void cancel() {
        if (!cancelled && !over) {
            cancelled = true;
            stop.run();
        }
    }

    /** Tells its caller of something on the way. Any thread. */
    void onTheWay(int reason, @Nullable Enum<?> data) {
        if (!over) {
            control.tell(new Intermediate(operationId, identificationId, reason, data));
        }
    }

    /** Ends it; a second end is none. */
    void end(@Nullable Outcome outcome, @Nullable Throwable failure) {
        if (failure == null) {
            end(JxfsCodes.RC_SUCCESSFUL, 0, "", outcome);
            return;
        }
        Throwable cause = Failures.unwrapped(failure);
        Fault fault = cause instanceof DeviceException known ? known.fault() : Fault.OTHER;
        int result = cancelled && (fault == Fault.CANCELED || fault == Fault.TIMEOUT)
                ? JxfsCodes.E_CANCELLED
                : control.resultOf(fault);
        end(result, JxfsCodes.extended(fault), String.valueOf(cause.getMessage()), null);
    }

    /** Ends it without the device. */
    void end(int result, String detail) {
        end(result, 0, detail, null);
    }

    private void end(int result, int extended, String detail, @Nullable Outcome outcome) {
        if (!over) {
            over = true;
            control.ended(new OperationComplete(operationId, identificationId, result, extended, detail, outcome));
        }
    }

    /** What an operation does with the device. */
    @FunctionalInterface
    interface Work {

        /** Begins; called on the deciding thread, and must return at once. */
        CompletionStage<@Nullable Outcome> begin(Operation operation);
    }
}
