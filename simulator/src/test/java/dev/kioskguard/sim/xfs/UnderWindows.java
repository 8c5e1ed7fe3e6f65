package dev.kioskguard.sim.xfs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes in a JVM of their own: {@code UnderWindows REPORT CLASS…}. The report's first line counts. */
final class UnderWindows {

    private UnderWindows() {}

    public static void main(String[] words) throws IOException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(words)
                        .skip(1)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .build();
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        try (var report = new PrintWriter(Files.newBufferedWriter(Path.of(words[0]), StandardCharsets.UTF_8))) {
            report.printf(
                    "%d passed, %d failed, %d left out%n",
                    summary.getTestsSucceededCount(),
                    summary.getTotalFailureCount(),
                    summary.getTestsAbortedCount() + summary.getTestsSkippedCount());
            summary.printFailuresTo(report);
        }
        // Threads of a library that nobody stops do not keep Wine waiting.
        Runtime.getRuntime().exit(summary.getTotalFailureCount() == 0 ? 0 : 1);
    }
}
