package dev.kioskguard.app.content;

import dev.kioskguard.app.verb.Places;
import dev.kioskguard.app.wiring.ContentInUse;
import dev.kioskguard.content.signed.InstallLog;
import dev.kioskguard.content.signed.InstalledPacks;
import dev.kioskguard.content.signed.PackClaims;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb that tells what a pack says of itself, or what a terminal has and would use now. */
@Command(
        name = "show",
        description = {
            "Tells what a pack says of itself, which only content check verifies,",
            "or, without a FILE, what is installed in --data and what would be used now."
        })
public final class ContentShow implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Places places;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "a .kgpack")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (file == null) {
            installed(out);
        } else {
            PackClaims claims = PackClaims.read(file);
            out.println("not verified: " + claims.manifest().version());
            Printed.manifest(claims.manifest(), claims.digest(), claims.keys()).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private void installed(PrintWriter out) {
        InstallLog log = new InstalledPacks(places.data()).log();
        for (InstallLog.Entry entry : log.entries()) {
            out.println("installed  %s  %s  sequence %d%s%s"
                    .formatted(
                            entry.at(),
                            entry.version(),
                            entry.sequence(),
                            entry.rollback() ? "  (rollback)" : "",
                            entry.equals(log.current()) ? "  (current)" : ""));
        }
        if (log.entries().isEmpty()) {
            out.println("installed  nothing");
        }
        ContentInUse content =
                ContentInUse.of(places.config(), Terminal.of(places).config(), places.data());
        content.begin(InstantSource.system().instant());
        out.println("used now");
        for (Map.Entry<String, Object> fact : content.report().entrySet()) {
            for (Object value : fact.getValue() instanceof List<?> list ? list : List.of(fact.getValue())) {
                out.println("  %-10s %s".formatted(fact.getKey(), value));
            }
        }
    }
}
