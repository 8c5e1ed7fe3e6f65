package dev.kioskguard.adapter.opencv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;

/**
 * How much memory of its own this process takes up, and by how much work makes it larger.
 *
 * <p>A leak shows in every stretch of the same work; what an engine, a collector or the machine takes once shows in one
 * of them. So the work is cut into stretches and the middle one counts.
 */
public final class Growth {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int STRETCHES = 5;
    private static final int KILOBYTE = 1024;

    private Growth() {}

    /** Work of which each stretch is alike. */
    public interface Stretch {
        /** Does the stretch of this number, from 0. */
        void run(int number) throws Exception;
    }

    /** By how many bytes the middle one of five stretches made this process larger. */
    public static long ofTheMiddleStretch(Stretch stretch) throws Exception {
        var grown = new long[STRETCHES];
        long before = bytes();
        for (int i = 0; i < STRETCHES; i++) {
            stretch.run(i);
            long after = bytes();
            grown[i] = after - before;

            before = after;
        }
        return LongStream.of(grown).sorted().toArray()[STRETCHES / 2];
    }

    /** What this process has written to memory, in bytes, resident or swapped out; files that it maps are not in it. */
    public static long bytes() {
        Assumptions.assumeTrue(Files.exists(STATUS), "no /proc here to read memory from");
        try {
            return Files.readAllLines(STATUS, UTF_8).stream()
                    .filter(line -> line.startsWith("RssAnon:") || line.startsWith("VmSwap:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .sum();
        } catch (IOException e) {
            throw new AssertionError("cannot read " + STATUS, e);
        }
    }
}
