package dev.kioskguard.sim.bench.port;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Something beside the terminal's own devices that can be broken from the bench.
 *
 * @param faults the contract's words for what can be wrong with it, without {@code none}
 * @param suffer takes one of them, or {@code none} to mend it
 */
public record Breakable(Set<String> faults, Consumer<String> suffer) {

    public Breakable {
        faults = Set.copyOf(faults);
    }
}
