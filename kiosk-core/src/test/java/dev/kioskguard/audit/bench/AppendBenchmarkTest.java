package dev.kioskguard.audit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendBenchmarkTest {

    @TempDir
    Path folder;

    @Test
    void bothKindsOfAppendAreMeasured() throws Exception {
        AppendFigures figures = AppendBenchmark.run(folder, 100);
        assertThat(figures.journal().median())
                .isPositive()
                .isLessThanOrEqualTo(figures.journal().p99());
        assertThat(figures.bare().median())
                .isPositive()
                .isLessThanOrEqualTo(figures.bare().p99());
        assertThat(figures.ratio()).isPositive();
    }

    @Test
    void theMedianIsTheMiddleAndTheP99TheSlowEnd() {
        long[] nanos = new long[1000];
        for (int n = 0; n < nanos.length; n++) {
            nanos[n] = (n * 7L) % 1000;
        }
        assertThat(AppendFigures.Spread.of(nanos))
                .isEqualTo(new AppendFigures.Spread(Duration.ofNanos(500), Duration.ofNanos(990)));
    }
}
