package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.memory.NativeArgument;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something for a service to do.
 *
 * @param name as errors tell it
 * @param data what the standard has the command point to
 * @param timeout more than zero; the provider is given it, and some grace
 * @param decoder of the completion
 * @param events told of what happens while the command is at work, on the loop
 */
public record Command<T>(
        String name,
        int code,
        @Nullable NativeArgument data,
        Duration timeout,
        Decoder<T> decoder,
        Consumer<XfsEvent> events) {

    /** A command of whose events and completion no more is to be known than that it has ended. */
    public static Command<Boolean> plain(String name, int code, @Nullable NativeArgument data, Duration timeout) {
        return new Command<>(name, code, data, timeout, Decoder.nothing(), event -> {});
    }
}
