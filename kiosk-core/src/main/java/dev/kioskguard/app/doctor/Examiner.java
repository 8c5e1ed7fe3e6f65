package dev.kioskguard.app.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Makes one check after the other, each within its time, and tells each as soon as it is made. A check that fails in
 * any way is a finding, never the end of the examination. For one thread.
 */
final class Examiner {

    /** What a check may take that asks nobody and waits for no device. */
    static final Duration USUAL = Duration.ofSeconds(20);

    private final Consumer<Finding> told;
    private final List<Finding> findings = new ArrayList<>();

    Examiner(Consumer<Finding> told) {
        this.told = told;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Makes a check within the usual time. */
    Outcome check(Item item, String place, Callable<Outcome> check) {
        return check(item, place, USUAL, check);
    }

    /** Makes a check; what it does not finish in time goes on in the background and counts for nothing. */
    Outcome check(Item item, String place, Duration limit, Callable<Outcome> check) {
        return note(item, place, quiet(limit, check));
    }

    /** Notes what is known without a check. */
    Outcome note(Item item, String place, Outcome outcome) {
        var finding = new Finding(item, place, outcome);
        findings.add(finding);
        told.accept(finding);
        return outcome;
    }

    /** Makes a check that whoever asks for it notes. */
    Outcome quiet(Duration limit, Callable<Outcome> check) {
        var task = new FutureTask<>(check);
        var thread = new Thread(task, "check");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return Outcome.fail("no answer within " + limit);
        } catch (ExecutionException e) {
            return Outcome.fail(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.fail("interrupted");
        }
    }

    /** Returns what went wrong at the bottom of what the platform made of it on its way. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        if (message == null) {
            return cause instanceof TimeoutException
                    ? "no answer in time"
                    : cause.getClass().getSimpleName();
        }
        return message;
    }
}
