package dev.kioskguard.sim.whole;

import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.SignalSource;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A camera whose sightings are told to it: they hold until they are changed, and are seen only while it watches. */
final class ScriptedEyes implements SignalSource {

    private final Set<Signal> held = EnumSet.noneOf(Signal.class);
    private final Set<Signal> told = EnumSet.noneOf(Signal.class);
    private Listener listener = change -> {};
    private final InstantSource wall;
    private boolean watching;

    ScriptedEyes(InstantSource wall) {
        this.wall = wall;
    }

    @Override
    public synchronized void onSignal(Listener who) {
        this.listener = who;
    }

    @Override
    public synchronized CompletionStage<Void> watch(boolean on) {
        watching = on;
        tell();
        return CompletableFuture.completedFuture(null);
    }

    /** Has exactly these signals hold from now on, by their names; others mean nothing. */
    synchronized void hold(Set<String> names) {
        held.clear();
        names.stream().flatMap(name -> Signal.of(name).stream()).forEach(held::add);
        tell();
    }

    private void tell() {
        for (Signal signal : Signal.values()) {
            boolean now = watching && held.contains(signal);
            if (now != told.contains(signal)) {
                listener.changed(SignalChange.plain(signal, now, wall.instant()));
                if (now) {
                    told.add(signal);
                } else {
                    told.remove(signal);
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        watching = false;
    }
}
