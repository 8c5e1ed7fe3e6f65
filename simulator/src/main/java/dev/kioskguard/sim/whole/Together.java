package dev.kioskguard.sim.whole;

import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.SignalSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several sources that watch as one: a signal holds while any of them says so, since the first of them did, and as
 * strongly as the strongest does. Thread-safe.
 */
final class Together implements SignalSource {
    private final List<SignalSource> sources;
    private final List<Map<Signal, SignalChange>> holding = new ArrayList<>();
    private final Map<Signal, SignalChange> told = new EnumMap<>(Signal.class);

    /** Of each signal the newest that the listener is still to be told. */
    private final Map<Signal, SignalChange> owed = new EnumMap<>(Signal.class);

    private boolean telling;
    private volatile Listener listener = change -> {};

    Together(SignalSource... sources) {
        this.sources = List.of(sources);
        for (SignalSource source : sources) {
            Map<Signal, SignalChange> ofSource = new EnumMap<>(Signal.class);
            holding.add(ofSource);
            source.onSignal(change -> changed(ofSource, change));
        }
    }

    @Override
    public void onSignal(Listener who) {
        listener = who;
    }

    @Override
    public CompletionStage<Void> watch(boolean on) {
        return CompletableFuture.allOf(sources.stream()
                .map(source -> source.watch(on).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    private void changed(Map<Signal, SignalChange> ofSource, SignalChange change) {
        synchronized (this) {
            Signal signal = change.signal();
            if (change.holds()) {
                ofSource.put(signal, change);
            } else {
                ofSource.remove(signal);
            }
            owed.put(signal, united(signal).orElse(change));
            if (telling) {
                return; // by whoever tells now, so that nothing is told twice or in another order
            }
            telling = true;
        }
        tellAll();
    }

    /** Tells without holding the lock: the listener may wait for somebody who asks what holds. */
    private void tellAll() {
        SignalChange next = next();
        try {
            while (next != null) {
                listener.changed(next);
                next = next();
            }
        } finally {
            if (next != null) {
                stopTelling(); // the listener failed
            }
        }
    }

    private synchronized @Nullable SignalChange next() {
        for (var all = owed.values().iterator(); all.hasNext(); ) {
            SignalChange change = all.next();
            all.remove();
            boolean isNews = change.holds()
                    ? !change.equals(told.put(change.signal(), change))
                    : told.remove(change.signal()) != null;
            if (isNews) {
                return change;
            }
        }
        telling = false;
        return null;
    }

    private synchronized void stopTelling() {
        telling = false;
    }

    private Optional<SignalChange> united(Signal signal) {
        return says(signal)
                .max(Comparator.comparingDouble(SignalChange::strength))
                .map(strongest -> {
                    Instant since = says(signal)
                            .map(SignalChange::since)
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
                    return new SignalChange(signal, true, since, strongest.strength(), strongest.reasons());
                });
    }

    private Stream<SignalChange> says(Signal signal) {
        return holding.stream().flatMap(all -> Optional.ofNullable(all.get(signal)).stream());
    }

    /** Returns what holds now. */
    synchronized Set<Signal> holding() {
        return told.isEmpty() ? Set.of() : EnumSet.copyOf(told.keySet());
    }

    @Override
    public void close() {
        sources.forEach(SignalSource::close);
    }
}
