package dev.kioskguard.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class BenchFuzzTest {

    private static final List<String> CALLS = List.of(
            "/sim/card",
            "/sim/keys",
            "/sim/transfer",
            "/sim/camera",
            "/sim/faults",
            "/sim/host/submit",
            "/sim/host/cancel");

    @TempDir
    static Path folder;

    private static BenchFixture bench;

    @BeforeAll
    static void open() {
        bench = new BenchFixture(folder, true);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    /** The first byte chooses the call, the others are its body. */
    @FuzzTest
    void noBodyBringsTheBenchDown(FuzzedDataProvider input) {
        String call = CALLS.get(Math.floorMod(input.consumeByte(), CALLS.size()));
        HttpResponse<String> answer = bench.post(call, input.consumeRemainingAsBytes());
        assertThat(answer.statusCode()).isBetween(200, 499);
    }
}
