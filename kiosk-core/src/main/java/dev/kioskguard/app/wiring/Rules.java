package dev.kioskguard.app.wiring;

import dev.kioskguard.app.record.JournalRecorder;
import dev.kioskguard.app.record.PolicyLine;
import dev.kioskguard.content.Script;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Policy;
import java.time.Instant;

/** What the guard decides by, as configuration and content change: each change is written before it counts. */
final class Rules {

    private final GuardSetup setup;
    private final GuardCore core;
    private final JournalRecorder recorder;

    Rules(GuardSetup setup, GuardCore core, JournalRecorder recorder) {
        this.setup = setup;
        this.core = core;
        this.recorder = recorder;
    }

    /** One after the other: a change of both at once must not bring back half of what was before. */
    synchronized void configured(Instant at) {
        var pack = setup.wording().pack();
        Policy now = policy(pack.script());
        core.policy(now, () -> recorder.policy(at, PolicyLine.of(now, pack.version())));
    }

    private Policy policy(Script script) {
        return Policies.of(setup.config().current(), setup.config().risk().current(), script);
    }

    /** Looks for other content, and has the guard take it between two customers. */
    void look(GuardRunner guard) {
        setup.wording().look(guard.time().instant()).ifPresent(fresh -> {
            var unused = guard.between(at -> take(fresh, guard.state(), at)).toCompletableFuture();
        });
    }

    private synchronized void take(ContentInUse.Use fresh, GuardState state, Instant at) {
        boolean somebodyIsThere = state.visit() != null || state.open() != null;
        if (!somebodyIsThere && state.paused().isEmpty()) {
            var pack = fresh.wording().pack();
            Policy now = policy(pack.script());
            core.policy(now, () -> recorder.policy(at, PolicyLine.of(now, pack.version())));
            setup.wording().take(fresh);
        }
    }
}
