package dev.kioskguard.app.content;

import dev.kioskguard.app.verb.Places;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.content.signed.PackInstaller;
import dev.kioskguard.content.signed.StoredPack;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb that reads content as a guard would, and says what there is or what is wrong first. */
@Command(
        name = "check",
        description = {
            "Reads content as a guard would, and says what there is, or what is wrong first and where.",
            "A .kgpack is also held against the keys, the branch and the date, as installing it would."
        })
public final class ContentCheck implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Places places;

    @Parameters(paramLabel = "DIR|FILE", description = "a folder of content, or a .kgpack")
    private Path content;

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(content)) {
            throw new IllegalArgumentException(
                    "there is no folder or file " + content + ": name config/content, or a .kgpack");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (Files.isDirectory(content)) {
            ContentPack read = ContentPacks.read(content);
            out.println(
                    "good: " + read.version() + ": " + Counts.of(content, read).text());
        } else {
            packed(out);
        }
        out.flush();
        return 0;
    }

    /** It is installed where nobody looks: what passes there is what installing asks. */
    private void packed(PrintWriter out) throws IOException {
        Path aside = Files.createTempDirectory("kiosk-content");
        try {
            StoredPack pack = new PackInstaller(aside)
                    .install(
                            content,
                            Terminal.of(places).admission(),
                            InstantSource.system().instant(),
                            false);
            out.println("good: " + pack.content().version() + ": "
                    + Counts.of(pack.files(), pack.content()).text());
            Printed.manifest(pack.manifest(), pack.digest(), pack.signers()).forEach(out::println);
        } finally {
            remove(aside);
        }
    }

    private static void remove(Path tree) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(tree)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
