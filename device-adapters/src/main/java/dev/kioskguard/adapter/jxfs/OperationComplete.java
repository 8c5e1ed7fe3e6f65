package dev.kioskguard.adapter.jxfs;

import org.jspecify.annotations.Nullable;

/**
 * The one end of an operation, told to the control that asked; stands for {@code JxfsOperationCompleteEvent}.
 * Immutable.
 *
 * @param operationId which operation it was, such as {@link JxfsCodes#O_OPEN} or {@link CardControl#O_READ}
 * @param identificationId what the operation returned when it was asked for
 * @param result {@link JxfsCodes#RC_SUCCESSFUL} or what went wrong
 * @param extendedResult 0, or what {@link JxfsCodes#extended} says of the port's own fault
 * @param detail in words, for an engineer; empty after a success
 * @param data what came of it; null where nothing comes of it
 */
public record OperationComplete(
        int operationId,
        int identificationId,
        int result,
        int extendedResult,
        String detail,
        @Nullable Outcome data) {

    public boolean isSuccessful() {
        return result == JxfsCodes.RC_SUCCESSFUL;
    }
}
