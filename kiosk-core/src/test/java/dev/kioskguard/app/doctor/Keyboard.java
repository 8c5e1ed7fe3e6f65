package dev.kioskguard.app.doctor;

import java.io.BufferedReader;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What somebody types, each line as soon as the question for it was asked. */
final class Keyboard {

    private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
    private final Map<String, Runnable> answers = new ConcurrentHashMap<>();
    private final AtomicInteger readings = new AtomicInteger();

    /** Returns somebody who types here. */
    Person before(Duration hand) {
        return new Person(new PrintWriter(new Screen()), new Lines(), hand);
    }

    void type(String line) {
        typed.add(line);
    }

    /** Types a line once a word was asked. */
    void answer(String word, String line) {
        whenAsked(word, () -> type(line));
    }

    /** Does something once a word was asked. */
    void whenAsked(String word, Runnable deed) {
        answers.put(word, deed);
    }

    /** Returns how many lines have been asked for, the one that is waited for among them. */
    int readings() {
        return readings.get();
    }

    private final class Lines extends BufferedReader {

        Lines() {
            super(Reader.nullReader());
        }

        @Override
        public String readLine() throws InterruptedIOException {
            readings.incrementAndGet();
            try {
                return typed.take();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("nobody listens any more");
            }
        }
    }

    private final class Screen extends Writer {

        @Override
        public void write(char[] text, int from, int length) {
            String said = new String(text, from, length);
            answers.forEach((word, deed) -> {
                if (said.contains(word)) {
                    deed.run();
                }
            });
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
