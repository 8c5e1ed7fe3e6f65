package dev.kioskguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryJournalTest extends JournalContract {

    @Override
    protected Journal begin() {
        return new MemoryJournal(new SecureRandom());
    }

    @Test
    void twentyThousandLinesTakeLessThanASecondsWork() {
        appendThousands(10);
        long began = System.nanoTime();
        appendThousands(20);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(journal.head().sequence()).isEqualTo(30_000);
        // Alone it takes a fifth of a second; the bound leaves room for a machine that is busy with other tests.
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }

    private void appendThousands(int thousands) {
        for (int n = 0; n < thousands * 1000; n++) {
            journal.append(n % 10 == 0 ? personal(NOON, "v" + n / 100, "张小明") : entry(NOON, "step"));
        }
    }
}
