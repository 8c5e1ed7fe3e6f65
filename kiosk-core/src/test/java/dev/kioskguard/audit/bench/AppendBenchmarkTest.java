package dev.kioskguard.audit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendBenchmarkTest {

    @TempDir
    Path folder;

    @Test
    void bothKindsOfAppendAreMeasured() throws Exception {
        AppendFigures figures = AppendBenchmark.run(folder, 100);
        assertThat(figures.journal()).hasSize(100).allMatch(nanos -> nanos > 0);
        assertThat(figures.bare()).hasSize(100).allMatch(nanos -> nanos > 0);
    }
}
