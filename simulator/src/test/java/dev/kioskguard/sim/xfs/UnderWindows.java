package dev.kioskguard.sim.xfs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the tests of native devices, the night's aside, in a JVM of their own: {@code UnderWindows REPORT}. The report's
 * first line counts.
 */
final class UnderWindows {

    private UnderWindows() {}

    public static void main(String[] words) throws IOException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage(UnderWindows.class.getPackageName()))
                .filters(
                        ClassNameFilter.includeClassNamePatterns(".*\\.Native\\w+Test"),
                        // The wire that these lay over the same devices is the same on every system.
                        ClassNameFilter.excludeClassNamePatterns(".*ThroughTheBridgeTest"),
                        TagFilter.excludeTags("nightly"))
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
