package dev.kioskguard.sim.bench.port;

import java.util.Set;

/** What the guard is told of the customer: by script, and by the detector from whatever is played. */
public interface Eyes {

    /** What sees nothing, whatever it is told. */
    Eyes SHUT = new Eyes() {
        @Override
        public void hold(Set<String> names) {
            // It sees none of them.
        }

        @Override
        public Set<String> holding() {
            return Set.of();
        }

        @Override
        public boolean areLooking() {
            return false;
        }
    };

    /** Has exactly these signals hold by script from now on, by their contract names such as {@code CALL_AT_EAR}. */
    void hold(Set<String> names);

    /** Returns the names of the signals that hold now, as the guard was told of them. */
    Set<String> holding();

    /** Returns whether the guard has them look now. */
    boolean areLooking();
}
