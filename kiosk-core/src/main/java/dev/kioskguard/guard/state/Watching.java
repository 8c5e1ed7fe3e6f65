package dev.kioskguard.guard.state;

import dev.kioskguard.vision.Signal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is seen at the machine now.
 *
 * @param callOverAt when the last call ended; null while one goes on or when there was none
 */
public record Watching(Set<Signal> holding, @Nullable Instant callOverAt) {

    public static final Watching NOTHING = new Watching(Set.of(), null);

    public Watching {
        holding = Set.copyOf(holding);
    }

    public boolean call() {
        return holding.contains(Signal.CALL_AT_EAR);
    }

    public Watching changed(Signal signal, boolean holds, Instant at) {
        if (holding.contains(signal) == holds) {
            return this;
        }
        var now = EnumSet.noneOf(Signal.class);
        now.addAll(holding);
        if (holds) {
            now.add(signal);
        } else {
            now.remove(signal);
        }
        boolean callEnded = signal == Signal.CALL_AT_EAR && !holds;
        boolean callBegan = signal == Signal.CALL_AT_EAR && holds;
        return new Watching(now, callEnded ? at : callBegan ? null : callOverAt);
    }
}
