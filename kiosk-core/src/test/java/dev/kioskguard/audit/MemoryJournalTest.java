package dev.kioskguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryJournalTest extends JournalContract {

    @Override
    protected Journal begin() {
        return new MemoryJournal(new SecureRandom());
    }

    @Test
    void twentyThousandLinesAreLessThanASecondsWork() {
        appendThousands(10);
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        appendThousands(20);
        Duration took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);
        assertThat(journal.head().sequence()).isEqualTo(30_000);
        // Processor time, so that a machine busy with other tests does not count.
        assertThat(took).isPositive().isLessThan(Duration.ofSeconds(1));
    }

    private void appendThousands(int thousands) {
        for (int n = 0; n < thousands * 1000; n++) {
            journal.append(n % 10 == 0 ? personal(NOON, "v" + n / 100, "张小明") : entry(NOON, "step"));
        }
    }
}
