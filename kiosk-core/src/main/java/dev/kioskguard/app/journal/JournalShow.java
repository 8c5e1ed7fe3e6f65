package dev.kioskguard.app.journal;

import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.sqlite.JournalReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb that prints a journal for a reader, with what is personal where the key is at hand. */
@Command(
        name = "show",
        description = {
            "Prints a journal, a line each: number, time, kind, visit, what is open, what is personal.",
            "The personal part is read with journal.key beside the file; without it, it stays (sealed).",
            "A visit whose key was destroyed is (forgotten)."
        })
public final class JournalShow implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--visit", paramLabel = "ID", description = "only the lines of this visit")
    private @Nullable String visit;

    @Parameters(paramLabel = "FILE", description = "the journal")
    private Path file;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (JournalReader reader = JournalReader.open(file)) {
            for (Line line : reader.all()) {
                show(line, reader, out);
            }
        }
        out.flush();
        return 0;
    }

    private void show(Line line, JournalReader reader, PrintWriter out) {
        Line.Fields fields;
        try {
            fields = line.fields();
        } catch (JournalException unreadable) {
            out.println(line.sequence() + "  (unreadable)");
            return;
        }
        if (visit == null || visit.equals(fields.visit())) {
            String of = fields.visit() == null ? "-" : printable(fields.visit());
            out.println("%d  %s  %-20s  %s  %s%s"
                    .formatted(
                            fields.seq(),
                            fields.at(),
                            printable(fields.kind()),
                            of,
                            fields.open(),
                            personal(fields, reader)));
        }
    }

    private static String personal(Line.Fields fields, JournalReader reader) {
        if (fields.sealed() == null) {
            return "";
        }
        return reader.personal(fields)
                .map(personal -> "  " + personal)
                .orElseGet(() ->
                        fields.visit() != null && reader.forgotten(fields.visit()) ? "  (forgotten)" : "  (sealed)");
    }

    /** A tampered line must not be able to steer the reader's terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
