package dev.kioskguard.web.bank;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Failures;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Problem;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the routes of a visit share: that it is the open one, and how a device's failure is told. */
final class Visits {

    private Visits() {}

    /** Returns the id of the visit in the path, which must be the open one. */
    static String open(Context ctx, GuardRunner guard) {
        Visit visit = guard.state().visit();
        if (visit == null || !visit.sessionId().equals(ctx.pathParam("id"))) {
            throw Problem.conflict("no-such-visit", "no such visit is open; use the one now open")
                    .asException();
        }
        return visit.sessionId();
    }

    /** Returns the answer, or the problem that a device or the guard had with it. */
    static CompletableFuture<Void> answered(CompletionStage<Void> answer) {
        return answer.exceptionally(thrown -> {
                    Throwable cause = Failures.unwrapped(thrown);
                    if (cause instanceof DeviceException failed) {
                        throw Problem.unavailable(
                                        "device-"
                                                + failed.fault()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'),
                                        String.valueOf(failed.getMessage()))
                                .asException();
                    }
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture();
    }
}
