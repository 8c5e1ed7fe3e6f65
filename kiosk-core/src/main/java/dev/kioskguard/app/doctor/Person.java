package dev.kioskguard.app.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Whoever stands at the machine: asked on standard error, and heard, if there is anybody to answer, on standard input.
 */
final class Person {

    /** How long somebody usually has for a card, a key or an answer. */
    static final Duration HAND = Duration.ofSeconds(60);

    private final PrintWriter asked;
    private final @Nullable BufferedReader heard;
    private final Duration hand;

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

    /** Asks whether something was seen or heard; empty where nobody answers. */
    Optional<Boolean> saw(String zh, String en) {
        BufferedReader from = heard;
        if (from == null) {
            return Optional.empty();
        }
        asked.println("%s  %s  [y/n] (%d s)".formatted(zh, en, hand.toSeconds()));
        asked.flush();
        var line = new FutureTask<>(() -> line(from));
        var reader = new Thread(line, "answer");
        reader.setDaemon(true);
        reader.start();
        try {
            String word =
                    line.get(hand.toMillis(), TimeUnit.MILLISECONDS).strip().toLowerCase(Locale.ROOT);
            return word.isEmpty() ? Optional.empty() : Optional.of(word.startsWith("y") || word.startsWith("是"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException nobody) {
            return Optional.empty();
        }
    }

    private static String line(BufferedReader from) throws IOException {
        String line = from.readLine();
        return line == null ? "" : line;
    }
}
