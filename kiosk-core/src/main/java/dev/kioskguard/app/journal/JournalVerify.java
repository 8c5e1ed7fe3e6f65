package dev.kioskguard.app.journal;

import dev.kioskguard.app.verb.Places;
import dev.kioskguard.audit.Chain;
import dev.kioskguard.audit.Chain.Break;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.sqlite.JournalReader;
import dev.kioskguard.transfer.clearance.Anchors;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.TokenRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb that proves a journal's chain, and against anchors also its end and its origin. */
@Command(
        name = "verify",
        description = {
            "Says whether a journal is complete and unchanged, and names the first line that is not.",
            "Only an anchor that was kept outside of the machine shows lines cut off at the end or a journal written anew."
        })
public final class JournalVerify implements Callable<Integer> {

    private static final int BROKEN = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Places places;

    @Option(
            names = "--anchor",
            paramLabel = "TOKEN",
            description =
                    "a clearance, a signed checkpoint or a plain SEQ:HASH that was kept elsewhere, or @FILE with one;"
                            + " may be given more than once")
    private List<String> anchors = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "JWKS",
            description =
                    "the terminal's published keys (default: clearance-keys.json beside the journal, else in --data)")
    private @Nullable Path keys;

    @Parameters(paramLabel = "FILE", description = "the journal")
    private Path file;

    @Override
    public Integer call() throws IOException {
        List<Head> heads = new ArrayList<>();
        for (String anchor : anchors) {
            heads.add(head(anchor));
        }
        PrintWriter out = spec.commandLine().getOut();
        try (JournalReader reader = JournalReader.open(file)) {
            Optional<Break> broken = Chain.verify(reader.all(), heads);
            broken.ifPresentOrElse(
                    found -> out.println("broken: line %d: %s: %s"
                            .formatted(
                                    found.sequence(), found.fault().name().toLowerCase(Locale.ROOT), found.detail())),
                    () -> out.println("whole: head " + last(reader).text()
                            + (heads.isEmpty() ? "; without an anchor a cut end cannot show" : "; the anchors hold")));
            out.flush();
            return broken.isPresent() ? BROKEN : 0;
        }
    }

    private static Head last(JournalReader reader) {
        Head last = Head.NONE;
        for (Line line : reader.all()) {
            last = line.head();
        }
        return last;
    }

    private Head head(String anchor) throws IOException {
        String token = anchor.startsWith("@")
                ? Files.readString(Path.of(anchor.substring(1))).strip()
                : anchor;
        if (token.matches("[0-9]+:[0-9a-f]{64}")) {
            return Head.parse(token);
        }
        try {
            return Anchors.head(token, PublicKeys.parse(Files.readString(keysFile())));
        } catch (TokenRefusedException e) {
            throw new IllegalArgumentException("the anchor proves nothing: " + e.getMessage(), e);
        }
    }

    private Path keysFile() {
        if (keys != null) {
            return keys;
        }
        Path beside = file.resolveSibling(ClearanceKeys.PUBLIC_FILE);
        return Files.exists(beside) ? beside : places.data().resolve(ClearanceKeys.PUBLIC_FILE);
    }
}
