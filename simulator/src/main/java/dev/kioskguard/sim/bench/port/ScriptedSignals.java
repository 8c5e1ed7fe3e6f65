package dev.kioskguard.sim.bench.port;

import java.util.Set;

/** Camera signals by script, in place of a detector. */
@FunctionalInterface
public interface ScriptedSignals {

    /** Has exactly these signals hold from now on, by their contract names such as {@code CALL_AT_EAR}. */
    void hold(Set<String> names);
}
