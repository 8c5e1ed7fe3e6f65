package dev.kioskguard.device;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How tests wait for what a device does. */
public final class Stages {

    /** Long enough for a loaded machine; nothing waits this long when all is well. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private Stages() {}

    public static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the operation did not succeed: " + e, e);
        }
    }

    public static DeviceException.Fault fault(CompletionStage<?> stage) {
        return failure(stage).fault();
    }

    public static DeviceException failure(CompletionStage<?> stage) {
        ExecutionException failure = catchThrowableOfType(
                ExecutionException.class,
                () -> stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        if (failure == null || !(failure.getCause() instanceof DeviceException known)) {
            throw new AssertionError("no DeviceException, but " + failure, failure);
        }
        return known;
    }

    public static <D extends Device> D online(D device) {
        await().atMost(PATIENCE).until(() -> device.status().isOnline());
        return device;
    }
}
