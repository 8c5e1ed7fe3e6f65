package dev.kioskguard.adapter.jxfs;

import java.util.ArrayList;
import java.util.List;

/** What waits for one thing to happen, to be done once. For one thread. */
final class Steps {

    private final List<Runnable> waiting = new ArrayList<>();

    void add(Runnable step) {
        waiting.add(step);
    }

    /** Does each in its order; what is added meanwhile waits for the next time. */
    void run() {
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }
}
