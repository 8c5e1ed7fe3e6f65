package dev.kioskguard.app.content;

import dev.kioskguard.audit.OwnerOnlyFile;
import dev.kioskguard.transfer.clearance.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb that makes the key of a person who signs content. */
@Command(
        name = "key",
        description = {
            "Makes the key of a person who signs content: FILE, which only that person may read, and FILE.pub.",
            "Terminals that are to trust it name FILE.pub in content.trust of kiosk.yaml."
        })
public final class ContentKey implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where the private key is to be")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Path open = file.resolveSibling(file.getFileName() + ".pub");
        if (Files.exists(file) || Files.exists(open)) {
            throw new IllegalArgumentException(
                    "there is a key " + file + " already: name another file, since no key comes back");
        }
        SigningKey key = SigningKey.generate(new SecureRandom());
        OwnerOnlyFile.write(file, key.bytes());
        Files.writeString(open, key.publicKeys().json() + "\n", StandardOpenOption.CREATE_NEW);
        PrintWriter out = spec.commandLine().getOut();
        out.println(key.id() + "  " + open);
        out.flush();
        return 0;
    }
}
