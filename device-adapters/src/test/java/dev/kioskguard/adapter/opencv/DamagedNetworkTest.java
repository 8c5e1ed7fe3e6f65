package dev.kioskguard.adapter.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.adapter.opencv.model.Network;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.View;
import dev.kioskguard.vision.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DamagedNetworkTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration LOADING = Duration.ofSeconds(40);
    private static final int BLIND_BY_SECONDS = 10;

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<SignalChange> told = new CopyOnWriteArrayList<>();

    @Test
    void withOneBitFlippedTheGuardCannotLookAndIsToldWhyUntilItIsMended() throws Exception {
        for (Network network : Network.values()) {
            Files.write(folder.resolve(network.file()), PreparedModels.require().read(network));
        }
        Path pose = folder.resolve(Network.POSE.file());
        flipOneBit(pose);
        var cameras = new OpenCvProvider(() -> NetworkDetector.open(Models.in(folder)));
        String clip = "opencv:loop:" + Drawn.clip(folder.resolve("clip.avi"), 25);
        var lookout = cameras.lookout(DeviceAddress.of(clip));
        lookout.prepare(View.WHOLE, now::get);
        try (var watch = new Watch(lookout, now::get)) {
            watch.onSignal(told::add);
            watch.watch(true);

            await().atMost(LOADING).until(() -> lookout.status().state() == State.HARDWARE_ERROR);
            assertThat(watch.obstacle().orElseThrow())
                    .contains(pose + " is not the network that belongs there; delete");
            for (int second = 1; second <= BLIND_BY_SECONDS; second++) {
                now.set(NOON.plusSeconds(second));
                watch.look();
            }
            assertThat(told).extracting(SignalChange::signal).containsExactly(Signal.CAMERA_BLIND);

            flipOneBit(pose);
            await().atMost(LOADING).until(() -> lookout.status().isOnline());
        }
    }

    private static void flipOneBit(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
