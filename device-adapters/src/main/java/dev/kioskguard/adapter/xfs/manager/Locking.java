package dev.kioskguard.adapter.xfs.manager;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a service that the guard has for itself (WFSLock): taken before a command, kept for the next, and given
 * up between commands as soon as another application asks for it. Confined to the loop.
 */
final class Locking {

    private final Supplier<CompletableFuture<Boolean>> lock;
    private final Supplier<CompletableFuture<Boolean>> unlock;

    private @Nullable CompletableFuture<Boolean> held;
    private int working;
    private boolean requested;

    Locking(Supplier<CompletableFuture<Boolean>> lock, Supplier<CompletableFuture<Boolean>> unlock) {
        this.lock = lock;
        this.unlock = unlock;
    }

    /** Completes when a command may begin, and fails where the lock cannot be had; {@link #end} follows either way. */
    CompletableFuture<Boolean> begin() {
        working++;
        CompletableFuture<Boolean> taken = held == null ? lock.get() : held;
        held = taken;
        return taken.whenComplete((locked, failure) -> {
            if (failure != null && held == taken) {
                held = null;
            }
        });
    }

    void end() {
        working--;
        giveUp();
    }

    /** Another application waits for the service. */
    void requested() {
        requested = true;
        giveUp();
    }

    private void giveUp() {
        if (requested && working == 0) {
            requested = false;
            if (held != null) {
                held = null;
                var unused = unlock.get();
            }
        }
    }
}
