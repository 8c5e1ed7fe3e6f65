package dev.kioskguard.sim.camera;

import dev.kioskguard.adapter.opencv.OpenCvLookout;
import dev.kioskguard.adapter.opencv.OpenCvProvider;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.vision.SignalSource;
import dev.kioskguard.vision.View;
import dev.kioskguard.vision.watch.Watch;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Watches what is played through the very adapter that a terminal has, over the wire. While nothing is played there is
 * no camera, and nothing is loaded. Thread-safe.
 */
public final class StreamEyes implements SignalSource {
    private final StreamCamera camera;
    private final InstantSource wall;
    private final Alarms alarms;
    private final View view;
    private volatile Listener listener = change -> {};
    private boolean wanted;
    private boolean closed;
    private boolean ringing;
    private @Nullable Watch watch;

    /**
     * Eyes on a camera.
     *
     * @param wall the clock that frames are dated by
     * @param alarms what notices that no frame comes; as fast as that clock
     * @param view how the camera hangs
     */
    public StreamEyes(StreamCamera camera, InstantSource wall, Alarms alarms, View view) {
        this.camera = camera;
        this.wall = wall;
        this.alarms = alarms;
        this.view = view;
        camera.onPlaying(this::settle);
    }

    @Override
    public void onSignal(Listener who) {
        listener = who;
    }

    @Override
    public synchronized CompletionStage<Void> watch(boolean on) {
        wanted = on;
        return settle();
    }

    private synchronized CompletionStage<Void> settle() {
        boolean on = isOn();
        if (on && watch == null) {
            watch = open();
        }
        if (watch == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletionStage<Void> settled = watch.watch(on);
        if (on && !ringing) {
            ringing = true;
            alarms.in(Watch.LOOK_EVERY, this::keepLooking);
        }
        return on ? settled : settled.thenRun(camera::forgetSeen);
    }

    private Watch open() {
        OpenCvLookout lookout = new OpenCvProvider().lookout(DeviceAddress.of("opencv:" + camera.stream()));
        lookout.prepare(view, wall);
        lookout.onMarks(camera::saw);
        var opened = new Watch(lookout, wall);
        opened.onSignal(change -> listener.changed(change));
        return opened;
    }

    /** Lets it notice that no frame comes; rings no more once nobody looks, and is set anew when somebody does. */
    private synchronized void keepLooking() {
        ringing = watch != null && isOn();
        if (watch != null && ringing) {
            watch.look();
            alarms.in(Watch.LOOK_EVERY, this::keepLooking);
        }
    }

    private boolean isOn() {
        return wanted && !closed && camera.playing() != null;
    }

    /** Why nothing can be seen of what is played; nothing is in the way while there is no camera at all. */
    @Override
    public synchronized Optional<String> obstacle() {
        return watch == null ? Optional.empty() : watch.obstacle();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (watch != null) {
            watch.close();
        }
    }
}
