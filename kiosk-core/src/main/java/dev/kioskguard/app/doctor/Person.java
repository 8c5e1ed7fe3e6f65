package dev.kioskguard.app.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Whoever stands at the machine: asked on standard error, and heard, if there is anybody to answer, on standard input.
 */
final class Person {

    /** How long somebody usually has for a card, a key or an answer. */
    static final Duration HAND = Duration.ofSeconds(60);

    /** Lines that may wait to be heard. */
    private static final int LINES_MAX = 16;

    private final PrintWriter asked;
    private final @Nullable BufferedReader heard;
    private final Duration hand;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final BlockingQueue<String> said = new ArrayBlockingQueue<>(LINES_MAX);
    private volatile boolean gone;

    /**
     * Somebody who does what is asked.
     *
     * @param heard what they say of what they saw; null where nobody would
     * @param hand how long they have for it
     */
    Person(PrintWriter asked, @Nullable BufferedReader heard, Duration hand) {
        this.asked = asked;
        this.heard = heard;
        this.hand = hand;
    }

    /** Returns how long they have for what is asked. */
    Duration hand() {
        return hand;
    }

    /** Asks for a deed. */
    void please(String zh, String en) {
        asked.println("%s  %s  (%d s)".formatted(zh, en, hand.toSeconds()));
        asked.flush();
    }

    /** Asks whether something was seen or heard; empty where nobody answers. What was said before is no answer. */
    Optional<Boolean> saw(String zh, String en) {
        BufferedReader from = heard;
        if (from == null) {
            return Optional.empty();
        }
        if (reading.compareAndSet(false, true)) {
            var reader = new Thread(() -> read(from), "answer");
            reader.setDaemon(true);
            reader.start();
        }
        said.clear();
        asked.println("%s  %s  [y/n] (%d s)".formatted(zh, en, hand.toSeconds()));
        asked.flush();
        try {
            String line = gone ? null : said.poll(hand.toMillis(), TimeUnit.MILLISECONDS);
            String word = line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
            return word.isEmpty() ? Optional.empty() : Optional.of(word.startsWith("y") || word.startsWith("是"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Reads what is said until there is nobody any more. */
    private void read(BufferedReader from) {
        try {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            // Whoever hung up answers nothing more.
        }
        gone = true;
        hear("");
    }

    /** Keeps a line for the question that is open; what is too much answers none. */
    private void hear(String line) {
        if (!said.offer(line)) {
            said.clear();
        }
    }
}
