package dev.kioskguard.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceLoopTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final DeviceLoop loop = new DeviceLoop("devices", fault -> heard.add(fault.getMessage()));

    @AfterEach
    void end() {
        loop.close();
    }

    @Test
    void aStepThatFailsIsToldAndEndsNothing() {
        loop.run(() -> {
            throw new IllegalStateException("a fault of ours");
        });
        loop.run(() -> heard.add("on " + Thread.currentThread().getName()));

        await().until(() -> heard.size() == 2);
        assertThat(heard).containsExactly("a fault of ours", "on devices");
    }

    @Test
    void anErrorIsToldToo() {
        loop.run(() -> {
            throw new StackOverflowError("too deep");
        });
        var unused = loop.later(Duration.ZERO, () -> {
            throw new Error("Invalid memory access");
        });

        await().until(() -> heard.size() == 2);
        assertThat(heard).containsExactly("too deep", "Invalid memory access");
    }

    @Test
    void aStepForLaterWaitsUntilItIsCancelled() {
        Future<?> later = loop.later(NEVER, () -> heard.add("too early"));

        assertThat(loop.waiting()).isEqualTo(1);
        later.cancel(false);
        assertThat(loop.waiting()).isZero();
    }

    @Test
    void afterTheEndStepsAreDropped() {
        loop.close();

        assertThat(loop.run(() -> heard.add("run"))).isFalse();
        assertThat(loop.later(Duration.ZERO, () -> heard.add("later"))).isDone();
        assertThat(heard).isEmpty();
    }
}
