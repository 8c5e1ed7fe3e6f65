package dev.kioskguard.app.content;

import dev.kioskguard.app.verb.Places;
import dev.kioskguard.content.signed.PackInstaller;
import dev.kioskguard.content.signed.StoredPack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb that gives a terminal a pack, also while its guard runs. */
@Command(
        name = "install",
        description = {
            "Verifies a pack and gives it to the terminal; a refused one changes nothing.",
            "A running guard takes it as soon as nobody is at the machine."
        })
public final class ContentInstall implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Places places;

    @Option(names = "--rollback", description = "go back to this pack, which was installed before a later one")
    private boolean rollback;

    @Parameters(paramLabel = "FILE", description = "the .kgpack")
    private Path file;

    @Override
    public Integer call() {
        StoredPack pack;
        try {
            pack = new PackInstaller(places.data())
                    .install(
                            file,
                            Terminal.of(places).admission(),
                            InstantSource.system().instant(),
                            rollback);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the pack could not be written to " + places.data()
                            + ", and what was installed stays: make room, or see who may write there",
                    e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("installed: " + pack.content().version());
        Printed.manifest(pack.manifest(), pack.digest(), pack.signers()).forEach(out::println);
        out.flush();
        return 0;
    }
}
