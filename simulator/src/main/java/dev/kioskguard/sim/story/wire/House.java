package dev.kioskguard.sim.story.wire;

import dev.kioskguard.sim.whole.Simulation;

/** What a story in real time is played in: something that serves at a site, and can be started again. */
public interface House extends AutoCloseable {

    Site site();

    /** Ends it as it is, and starts it again from what it has kept. */
    void restart();

    @Override
    void close();

    /** Returns a simulation of one's own, started at once. */
    static House of(Simulation.Options options) {
        return new OwnSimulation(options);
    }

    /** A simulation, and how it was set up. */
    final class OwnSimulation implements House {

        private final Simulation.Options options;
        private Simulation running;

        private OwnSimulation(Simulation.Options options) {
            this.options = options;
            this.running = Simulation.start(options);
        }

        @Override
        public Site site() {
            return new Site(running.guard().uri(), running.guard().deskUri(), running.bench(), options.data());
        }

        @Override
        public void restart() {
            running.close();
            running = Simulation.start(options);
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
