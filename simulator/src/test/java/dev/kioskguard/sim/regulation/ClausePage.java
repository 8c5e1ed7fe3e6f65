package dev.kioskguard.sim.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** The page that a compliance officer reads: clause, screen, test, result, as the tests have just come out. */
final class ClausePage implements TestWatcher, AfterAllCallback {

    private static final Path PAGE = Path.of("target", "regulation.md");

    /** One page for all classes of clauses: each writes what is known by then. */
    private static final SortedSet<Row> ROWS = new ConcurrentSkipListSet<>();

    @Override
    public void testSuccessful(ExtensionContext context) {
        row(context, "passed");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        row(context, "FAILED");
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        row(context, "not run: " + reason.orElse("no reason given"));
    }

    private void row(ExtensionContext context, String result) {
        var method = context.getRequiredTestMethod();
        Clause clause = method.getAnnotation(Clause.class);
        String what = clause == null ? "no clause" : clause.value();
        String where = clause == null ? "-" : clause.screen();
        // A test with parameters has a row for each: one that passes must not cover one that failed.
        String test = method.getParameterCount() == 0
                ? method.getName()
                : method.getName() + " " + context.getDisplayName().replace("|", "/");
        ROWS.add(new Row(test, "| %s | %s | `%s` | %s |\n".formatted(what, where, test, result)));
    }

    private record Row(String test, String line) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int byTest = test.compareTo(other.test);
            return byTest == 0 ? line.compareTo(other.line) : byTest;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        String head = "# Clause, screen, test, result\n\n| clause | screen | test | result |\n|---|---|---|---|\n";
        try {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, head + ROWS.stream().map(Row::line).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
