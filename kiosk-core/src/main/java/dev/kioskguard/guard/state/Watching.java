package dev.kioskguard.guard.state;

import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is seen at the machine now, and what was told last of what is over.
 *
 * @param told the last word of each signal; of one that has ended, how it was while it held
 * @param callOverAt when the last call ended; null while one goes on or when there was none
 * @param noticedIn the visit whose customer has had the camera's notice on the screen; null where none has
 */
public record Watching(
        Map<Signal, SignalChange> told,
        @Nullable Instant callOverAt,
        @Nullable String noticedIn) {

    public static final Watching NOTHING = new Watching(Map.of(), null, null);

    public Watching {
        told = Map.copyOf(told);
    }

    public boolean call() {
        return holding(Signal.CALL_AT_EAR);
    }

    /** Returns the signals that hold and count as evidence. */
    public Set<Signal> evident() {
        return told.values().stream()
                .filter(SignalChange::isEvident)
                .map(SignalChange::signal)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns what was told last of the signals that are among these. */
    public List<SignalChange> lastOf(Predicate<Signal> these) {
        return told.values().stream()
                .filter(change -> these.test(change.signal()))
                .sorted((one, other) -> one.signal().compareTo(other.signal()))
                .toList();
    }

    private boolean holding(Signal signal) {
        SignalChange known = told.get(signal);
        return known != null && known.holds();
    }

    public Watching changed(SignalChange change, Instant at) {
        Signal signal = change.signal();
        boolean held = holding(signal);
        if (!change.holds() && !held) {
            return this;
        }
        var now = new EnumMap<Signal, SignalChange>(Signal.class);
        now.putAll(told);
        now.put(signal, change.holds() ? change : over(Objects.requireNonNull(told.get(signal))));
        boolean callEnded = signal == Signal.CALL_AT_EAR && !change.holds();
        boolean callHolds = signal == Signal.CALL_AT_EAR && change.holds();
        return new Watching(now, callEnded ? at : callHolds ? null : callOverAt, noticedIn);
    }

    private static SignalChange over(SignalChange held) {
        return new SignalChange(held.signal(), false, held.since(), held.strength(), held.reasons());
    }

    public boolean isNoticedIn(Visit visit) {
        return visit.sessionId().equals(noticedIn);
    }

    /** Returns this once the camera's notice was on the screen in a visit. */
    public Watching noticedIn(Visit visit) {
        return new Watching(told, callOverAt, visit.sessionId());
    }
}
