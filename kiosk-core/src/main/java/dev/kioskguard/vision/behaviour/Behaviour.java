package dev.kioskguard.vision.behaviour;

import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fold from strokes to behaviour signals, for one visit. Immutable and bounded. What has begun holds until the
 * visit is over: how somebody has keyed does not become untrue.
 */
public final class Behaviour {

    /** How many strokes are remembered, and for how long. */
    public static final int STROKES_MAX = 128;

    public static final Duration REMEMBERED = Duration.ofMinutes(3);

    /** Nobody has pressed anything yet. */
    public static final Behaviour START = new Behaviour(List.of(), null, Map.of());

    private static final Map<Signal, ToDoubleFunction<List<Stroke>>> BY_RHYTHM = Map.of(
            Signal.DICTATED_KEYING, Rhythm::dictated,
            Signal.HESITATION, Rhythm::hesitating,
            Signal.CORRECTIONS, Rhythm::correcting,
            Signal.FAST_REPEATED_CONFIRM, Rhythm::confirmingFast);

    private final List<Stroke> strokes;
    private final @Nullable String language;
    private final Map<Signal, SignalChange> holding;

    private Behaviour(List<Stroke> strokes, @Nullable String language, Map<Signal, SignalChange> holding) {
        this.strokes = List.copyOf(strokes);
        this.language = language;
        this.holding = Map.copyOf(holding);
    }

    /** Takes in one stroke. */
    public Step after(Stroke stroke) {
        var recent = new ArrayList<Stroke>();
        Instant from = stroke.at().minus(REMEMBERED);
        strokes.stream().filter(old -> old.at().isAfter(from)).forEach(recent::add);
        recent.add(stroke);
        List<Stroke> kept = recent.subList(Math.max(0, recent.size() - STROKES_MAX), recent.size());
        var now = new EnumMap<Signal, SignalChange>(Signal.class);
        BY_RHYTHM.forEach((signal, rhythm) -> {
            double strength = rhythm.applyAsDouble(kept);
            if (strength > 0 && !holding.containsKey(signal)) {
                now.put(signal, new SignalChange(signal, true, kept.get(0).at(), strength, List.of(because(signal))));
            }
        });
        return begun(kept, language, now);
    }

    /** Takes in the language that the customer uses from now on. */
    public Step speaking(String tag, Instant at) {
        boolean switched = language != null && !language.equals(tag);
        Signal signal = Signal.LANGUAGE_SWITCH;
        return begun(
                strokes,
                tag,
                switched && !holding.containsKey(signal)
                        ? Map.of(signal, new SignalChange(signal, true, at, 1, List.of(because(signal))))
                        : Map.of());
    }

    /** What a manager is told of why a signal holds, beside its name. */
    static String because(Signal signal) {
        return switch (signal) {
            case DICTATED_KEYING -> "groups-with-waits";
            case HESITATION -> "stopped-three-times";
            case CORRECTIONS -> "taken-back-three-times";
            case FAST_REPEATED_CONFIRM -> "faster-than-reading";
            case LANGUAGE_SWITCH -> "another-language";
            default -> throw new IllegalArgumentException(signal + " is seen, not keyed");
        };
    }

    private Step begun(List<Stroke> kept, @Nullable String speaks, Map<Signal, SignalChange> now) {
        var all = new EnumMap<Signal, SignalChange>(Signal.class);
        all.putAll(holding);
        all.putAll(now);
        return new Step(new Behaviour(kept, speaks, all), List.copyOf(now.values()));
    }

    /** Ends what holds, because the visit is over. */
    public Step over() {
        return new Step(
                START,
                holding.values().stream()
                        .map(held -> new SignalChange(held.signal(), false, held.since(), 0, List.of()))
                        .sorted((one, other) -> one.signal().compareTo(other.signal()))
                        .toList());
    }

    /** Where the fold stands, and what has changed by the last thing. */
    public record Step(Behaviour next, List<SignalChange> changes) {}
}
