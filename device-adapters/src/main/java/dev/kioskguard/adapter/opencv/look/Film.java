package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.adapter.opencv.capture.Framing;
import dev.kioskguard.adapter.opencv.capture.Source;
import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.adapter.opencv.capture.Sources;
import dev.kioskguard.adapter.opencv.fuse.LensFirst;
import dev.kioskguard.adapter.opencv.fuse.Looker;
import dev.kioskguard.adapter.opencv.fuse.Pace;
import dev.kioskguard.adapter.opencv.health.LensRules;
import dev.kioskguard.adapter.opencv.health.LensWatch;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.View;
import dev.kioskguard.vision.rule.SignalRules;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * A clip or stream looked at as a guard looks at its camera: as many looks a second, the same rules over time, and the
 * same doubt about the lens. A clip goes by as fast as it can be looked at, in its own time. One thread, once.
 */
final class Film {
    private final Place place;
    private final View view;
    private final Looking.Listener listener;
    private final Map<Signal, Held> holding = new EnumMap<>(Signal.class);
    private SignalRules rules = SignalRules.START;
    private @Nullable Instant last;

    Film(Place place, View view, Looking.Listener listener) {
        this.place = place;
        this.view = view;
        this.listener = listener;
    }

    /**
     * Looks at it until it is over or {@code stopped} says so; what still holds then ends with it.
     *
     * @param began what its first frame is dated
     * @throws SourceException when it cannot be opened or breaks off; what had been seen has been told
     */
    void run(Looker looker, Instant began, BooleanSupplier stopped) throws SourceException {
        looker.begin(Pace.STREAM);
        try (Source source = Sources.open(place.name(), stopped);
                var framing = new Framing(view);
                var raw = new Mat();
                var picture = new Mat();
                var lens = LensFirst.of(new LensWatch(LensRules.STANDARD))) {
            Duration due = Duration.ZERO;
            long number = 0;
            Duration at = source.take(raw);
            while (at != null && !stopped.getAsBoolean()) {
                if (at.compareTo(due) >= 0) {
                    due = at.plus(Pace.BETWEEN);
                    framing.apply(raw, picture);
                    tell(lens.look(looker, number, began.plus(at), picture));
                }
                number++;
                at = source.take(raw);
            }
        } catch (SourceException broken) {
            if (!stopped.getAsBoolean()) {
                throw broken;
            }
        } finally {
            changed(rules.over());
        }
    }

    private void tell(Sighting sighting) {
        last = sighting.at();
        listener.seen(place, sighting);
        changed(rules.seen(sighting));
    }

    private void changed(SignalRules.Step step) {
        rules = step.next();
        Instant now = last;
        if (now == null) {
            return;
        }
        for (SignalChange change : step.changes()) {
            Signal signal = change.signal();
            if (change.holds()) {
                holding.putIfAbsent(signal, new Held(signal, change.since(), now, now));
            } else {
                Held begun = holding.remove(signal);
                if (begun != null) {
                    listener.held(place, new Held(signal, begun.from(), begun.told(), now));
                }
            }
        }
    }
}
