package dev.kioskguard.device;

import dev.kioskguard.device.Inspected.Fact;
import java.util.List;
import java.util.Set;

/**
 * What is at an address: which kinds of device can be opened there, and what is known of the way to them. Immutable.
 *
 * @param kinds empty where the technology cannot tell without opening
 * @param facts such as the version of a manager and the logical devices that it knows
 */
public record Survey(Set<Class<? extends Device>> kinds, List<Fact> facts) {

    /** Nothing can be told without opening a device. */
    public static final Survey UNTOLD = new Survey(Set.of(), List.of());

    public Survey {
        kinds = Set.copyOf(kinds);
        facts = facts.stream().limit(Inspected.FACTS_MAX).toList();
    }
}
