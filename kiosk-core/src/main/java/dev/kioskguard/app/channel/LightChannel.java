package dev.kioskguard.app.channel;

import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.device.Lights.Light;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.Delivery;
import dev.kioskguard.paging.channel.PageChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The light for staff at the machine: it flashes while a page waits for somebody, and is off as soon as somebody is on
 * the way to all of them. Thread-safe.
 */
final class LightChannel implements PageChannel {

    private static final Duration SET_MAX = Duration.ofSeconds(5);

    private static final Duration GOODBYE_MAX = Duration.ofSeconds(2);

    private final Lights lights;
    private final Supplier<List<Page>> calling;
    private @Nullable Flash shown;
    private boolean underWay;
    private boolean failed;
    private boolean closed;

    /** Makes the channel; {@code calling} are the pages that wait for somebody now, and are called by light. */
    LightChannel(Lights lights, Supplier<List<Page>> calling) {
        this.lights = lights;
        this.calling = calling;
    }

    /** Sets the light if it does not show what it should; one try at a time. */
    @Override
    public void changed() {
        Flash wanted = wanted();
        synchronized (this) {
            if (closed || underWay || wanted == shown) {
                return;
            }
            underWay = true;
        }
        var unused = set(wanted).thenRun(this::changedMeanwhile);
    }

    private void changedMeanwhile() {
        synchronized (this) {
            if (failed) {
                return; // The next look tries again.
            }
        }
        changed();
    }

    private CompletionStage<Void> set(Flash wanted) {
        return lights.set(Light.STATUS_SUPERVISOR, wanted, SET_MAX).handle((done, trouble) -> {
            answered(wanted, trouble == null);
            return null;
        });
    }

    private synchronized void answered(Flash wanted, boolean done) {
        underWay = false;
        failed = !done;
        shown = done ? wanted : null;
    }

    private Flash wanted() {
        return calling.get().isEmpty() ? Flash.OFF : Flash.QUICK;
    }

    @Override
    public ChannelStatus status() {
        int waiting = (int) deliveries().values().stream()
                .filter(each -> each != Delivery.TAKEN)
                .count();
        synchronized (this) {
            ChannelStatus.State open = failed ? ChannelStatus.State.CONNECTING : ChannelStatus.State.CONNECTED;
            return new ChannelStatus(
                    closed ? ChannelStatus.State.CLOSED : open,
                    failed ? "the light cannot be set; look at devices.lights" : "",
                    waiting);
        }
    }

    @Override
    public Map<String, Delivery> deliveries() {
        List<Page> pages = calling.get();
        Delivery all;
        synchronized (this) {
            all = failed ? Delivery.FAILED : shown == Flash.QUICK ? Delivery.TAKEN : Delivery.WAITING;
        }
        var each = new HashMap<String, Delivery>();
        pages.forEach(page -> each.put(page.id(), all));
        return Map.copyOf(each);
    }

    /** Leaves the light off: nobody is called by a machine that does not run. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        set(Flash.OFF)
                .toCompletableFuture()
                .completeOnTimeout(null, GOODBYE_MAX.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
