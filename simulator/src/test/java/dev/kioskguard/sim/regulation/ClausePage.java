package dev.kioskguard.sim.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** The page that a compliance officer reads: clause, screen, test, result, as the tests have just come out. */
final class ClausePage implements TestWatcher, AfterAllCallback {

    private static final Path PAGE = Path.of("target", "regulation.md");

    /** One page for all classes of clauses: each writes what is known by then. */
    private static final Map<String, String> ROWS = new ConcurrentSkipListMap<>();

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
        ROWS.put(method.getName(), "| %s | %s | `%s` | %s |\n".formatted(what, where, method.getName(), result));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        String head = "# Clause, screen, test, result\n\n| clause | screen | test | result |\n|---|---|---|---|\n";
        try {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, head + String.join("", ROWS.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
