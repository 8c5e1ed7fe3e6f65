package dev.kioskguard.adapter.jxfs;

import org.jspecify.annotations.Nullable;

/**
 * Something on the way to an operation's end, told to the control that asked; stands for {@code JxfsIntermediateEvent}.
 * Immutable.
 *
 * @param reason such as {@link JxfsCodes#I_MSD_MEDIA_INSERTED}
 * @param data a {@code Key} or a {@code PinStroke}; null where the reason says it all
 */
public record Intermediate(
        int operationId,
        int identificationId,
        int reason,
        @Nullable Enum<?> data) {}
