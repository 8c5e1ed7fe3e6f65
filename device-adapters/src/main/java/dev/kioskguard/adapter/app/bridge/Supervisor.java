package dev.kioskguard.adapter.app.bridge;

import dev.kioskguard.device.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the host's process running: when it dies it is started again, at the port where clients know it, after a wait
 * that grows with every death in a row. Thread-safe.
 */
final class Supervisor {

    /** What a supervisor tells. Called on threads of its own. */
    interface Voice {

        /** It serves for the first time. */
        void serving(String publisher);

        /** Something that an engineer wants to know. */
        void say(String line);
    }

    /** The exit code of a host that cannot be started at all. */
    static final int NOT_STARTED = 1;

    private static final int ASKED_WRONGLY = 2;

    /** Drivers print too, and whatever they like: only this is the host's own word. */
    private static final Pattern SERVES =
            Pattern.compile(HostCommand.READY + "(ws://127\\.0\\.0\\.1:([0-9]{1,5})/\\S+)");

    private final Launch launch;
    private final Patience patience;
    private final RandomGenerator chance;
    private final Voice voice;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private @Nullable HostProcess host;
    private List<String> port;
    private @Nullable String publisher;
    private long readyAtNanos;
    private boolean ready;

    /**
     * How it waits.
     *
     * @param backoff between a death and the next start
     * @param steady how long a host has to serve for the waits to be forgotten
     */
    record Patience(Backoff backoff, Duration steady) {}

    /**
     * A supervisor that has not begun.
     *
     * @param firstPort the option that names the port of the first run, none for the standard's range
     */
    Supervisor(Launch launch, List<String> firstPort, Patience patience, RandomGenerator chance, Voice voice) {
        this.launch = launch;
        this.port = firstPort;
        this.patience = patience;
        this.chance = chance;
        this.voice = voice;
    }

    /** Runs until stopped. A host that ends in an orderly way before it ever served is not started again. */
    int run() throws InterruptedException {
        try {
            for (int attempt = 0; ; attempt++) {
                HostProcess begun = begin();
                int exitCode = begun == null ? NOT_STARTED : begun.waitFor();
                if (hasStopped()) {
                    return 0;
                }
                if (hasNeverServed() && (exitCode == NOT_STARTED || exitCode == ASKED_WRONGLY)) {
                    return exitCode; // it has said why
                }
                attempt = wasSteady() ? 0 : attempt;
                Duration wait = patience.backoff().before(attempt, chance);
                voice.say("%s; the next start is in %d ms".formatted(death(begun, exitCode), wait.toMillis()));
                if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return 0;
                }
            }
        } finally {
            stop();
        }
    }

    private String death(@Nullable HostProcess died, int exitCode) {
        return died == null
                ? "the bridge's process could not be started"
                : "the bridge's process %d died: %s"
                        .formatted(died.pid(), Ending.of(exitCode, launch.crashLog(died.pid())));
    }

    private synchronized @Nullable HostProcess begin() {
        if (hasStopped()) {
            return null;
        }
        ready = false;
        try {
            host = HostProcess.following(launch.start(port), this::heard);
        } catch (IOException e) {
            voice.say("%s cannot be started: %s; name a JVM by --java".formatted(launch.java(), e.getMessage()));
            host = null;
        }
        return host;
    }

    private void heard(String line) {
        Matcher serves = SERVES.matcher(line);
        if (serves.matches()) {
            serves(serves.group(1), serves.group(2));
        } else if (!line.startsWith(HostCommand.PUBLISHER) && !line.isBlank()) {
            voice.say(line);
        }
    }

    private void serves(String at, String its) {
        boolean first;
        synchronized (this) {
            first = publisher == null;
            publisher = at;
            port = List.of("--port=" + its);
            ready = true;
            readyAtNanos = System.nanoTime();
        }
        if (first) {
            voice.serving(at);
        } else {
            voice.say("the bridge serves again at " + at);
        }
    }

    private synchronized boolean hasNeverServed() {
        return publisher == null;
    }

    private synchronized boolean wasSteady() {
        return ready && System.nanoTime() - readyAtNanos >= patience.steady().toNanos();
    }

    private boolean hasStopped() {
        return stopped.getCount() == 0;
    }

    /** Ends the host and with it {@link #run()}. Stopping twice is stopping once. */
    void stop() {
        stopped.countDown();
        HostProcess running;
        synchronized (this) {
            running = host;
        }
        if (running != null) {
            running.end();
        }
    }
}
