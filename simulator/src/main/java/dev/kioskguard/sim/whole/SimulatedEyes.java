package dev.kioskguard.sim.whole;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.sim.bench.port.Eyes;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.sim.camera.StreamEyes;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalSource;
import dev.kioskguard.vision.View;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** What a simulated terminal's guard sees by: a script, and whatever is played to its camera. Thread-safe. */
final class SimulatedEyes implements SignalSource, Eyes {
    private final ScriptedEyes script;
    private final SignalSource camera;
    private final Together all;
    private volatile boolean looking;

    private SimulatedEyes(ScriptedEyes script, SignalSource camera) {
        this.script = script;
        this.camera = camera;
        this.all = new Together(script, camera);
    }

    /** Eyes on what is played to {@code camera}, which hangs like that, by that clock and those alarms. */
    static SimulatedEyes on(StreamCamera camera, View view, InstantSource wall, Alarms alarms) {
        return new SimulatedEyes(new ScriptedEyes(wall), new StreamEyes(camera, wall, alarms, view));
    }

    @Override
    public void onSignal(Listener who) {
        all.onSignal(who);
    }

    @Override
    public CompletionStage<Void> watch(boolean on) {
        looking = on;
        return all.watch(on);
    }

    @Override
    public void hold(Set<String> names) {
        script.hold(names);
    }

    @Override
    public Set<String> holding() {
        Set<String> names = new TreeSet<>();
        all.holding().stream().map(Signal::name).forEach(names::add);
        return names;
    }

    @Override
    public Optional<String> obstacle() {
        return camera.obstacle();
    }

    @Override
    public boolean areLooking() {
        return looking;
    }

    @Override
    public void close() {
        all.close();
    }
}
