package dev.kioskguard.vision;

import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A lookout that stops only when the test lets it: until then it goes on taking frames. */
public final class PlayedLookout implements Lookout {

    public DeviceStatus status = DeviceStatus.ONLINE;
    public View view = View.WHOLE;
    private final Deque<CompletableFuture<Void>> stopping = new ArrayDeque<>();
    private Consumer<Sighting> listener = sighting -> {};
    private boolean wanted;
    private boolean taking;
    private boolean closed;

    /** Returns whether frames are being taken. */
    public boolean isTaking() {
        return taking;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Returns whether somebody waits for it to stop. */
    public boolean isStopping() {
        return !stopping.isEmpty();
    }

    /** Takes a frame, if it takes any. */
    public void takes(Sighting sighting) {
        if (taking) {
            listener.accept(sighting);
        }
    }

    /** Ends the frame that was being taken, and with it all that waited for that. */
    public void settle() {
        taking = wanted;
        while (!stopping.isEmpty()) {
            stopping.remove().complete(null);
        }
    }

    @Override
    public void prepare(View how, InstantSource clock) {
        view = how;
    }

    @Override
    public void onSighting(Consumer<Sighting> who) {
        listener = who;
    }

    @Override
    public CompletionStage<Void> look(boolean on) {
        wanted = on;
        if (on) {
            taking = true;
            return CompletableFuture.completedFuture(null);
        }
        if (!taking) {
            return CompletableFuture.completedFuture(null);
        }
        var stopped = new CompletableFuture<Void>();
        stopping.add(stopped);
        return stopped;
    }

    @Override
    public DeviceAddress address() {
        return DeviceAddress.of("played:0");
    }

    @Override
    public DeviceStatus status() {
        return status;
    }

    @Override
    public void onStatus(Consumer<DeviceStatus> who) {
        who.accept(status);
    }

    @Override
    public void close() {
        closed = true;
    }
}
