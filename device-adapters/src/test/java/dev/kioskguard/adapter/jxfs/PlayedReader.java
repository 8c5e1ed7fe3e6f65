package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Reported;
import dev.kioskguard.device.ReportingDevice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A card reader that does what a test says, when it says so. */
final class PlayedReader extends ReportingDevice implements CardReader {

    static final CardData CARD = new CardData("6222020000000001=2912");

    final Reported<CardPlace> place = new Reported<>(CardPlace.NONE);

    /** Each is what somebody waits for: the test completes them in order. */
    final BlockingQueue<CompletableFuture<CardData>> accepting = new LinkedBlockingQueue<>();

    final BlockingQueue<CompletableFuture<Void>> moving = new LinkedBlockingQueue<>();
    final List<String> done = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<CardData> waitedFor;

    /** Whether no card comes in time as soon as one is waited for. */
    volatile boolean impatient;

    PlayedReader(DeviceStatus first) {
        super(DeviceAddress.of("played:reader"));
        found(first);
    }

    @Override
    protected void found(DeviceStatus now) {
        super.found(now);
    }

    /** Waits until the reader has been asked for something, and returns what its caller waits for. */
    static <T> CompletableFuture<T> next(BlockingQueue<CompletableFuture<T>> asked) {
        try {
            CompletableFuture<T> next = asked.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nobody asked");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static DeviceException fault(Fault fault) {
        return new DeviceException(fault, "play", "as told");
    }

    @Override
    public CompletionStage<CardData> accept(Duration timeout) {
        done.add("accept");
        if (impatient) {
            return CompletableFuture.failedFuture(fault(Fault.TIMEOUT));
        }
        var asked = new CompletableFuture<CardData>();
        waitedFor = asked;
        accepting.add(asked);
        return asked;
    }

    @Override
    public void cancelAccept() {
        done.add("cancel");
        CompletableFuture<CardData> asked = waitedFor;
        if (asked != null) {
            asked.completeExceptionally(fault(Fault.CANCELED));
        }
    }

    @Override
    public CompletionStage<Void> eject(Duration timeout) {
        return move("eject");
    }

    @Override
    public CompletionStage<Void> retain(Duration timeout) {
        return move("retain");
    }

    private CompletionStage<Void> move(String how) {
        done.add(how);
        var asked = new CompletableFuture<Void>();
        moving.add(asked);
        return asked;
    }

    @Override
    public CompletionStage<byte[]> chip(byte[] command, Duration timeout) {
        return CompletableFuture.completedFuture(new byte[] {(byte) 0x90, 0});
    }

    @Override
    public CardPlace place() {
        return place.get();
    }

    @Override
    public void onPlace(Consumer<CardPlace> listener) {
        place.onChange(listener);
    }

    @Override
    public void close() {
        // What is under way ends as the test says.
    }
}
