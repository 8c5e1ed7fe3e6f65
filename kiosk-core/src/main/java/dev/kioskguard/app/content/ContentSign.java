package dev.kioskguard.app.content;

import dev.kioskguard.audit.OwnerOnlyFile;
import dev.kioskguard.content.signed.Manifest;
import dev.kioskguard.content.signed.PackClaims;
import dev.kioskguard.content.signed.PackSigner;
import dev.kioskguard.transfer.clearance.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb that makes a signed pack of a folder, or adds the second signature to one. */
@Command(
        name = "sign",
        description = {
            "Makes a signed pack of a folder, or adds one's own signature to a .kgpack that somebody else signed.",
            "A time is 2026-12-01T08:00:00+08:00, or a day, which counts whole in the time of Beijing."
        })
public final class ContentSign implements Callable<Integer> {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR|FILE", description = "a folder of content, or a signed .kgpack")
    private Path content;

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "the private key that signs")
    private Path keyFile;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the .kgpack to write")
    private Path pack;

    @Option(names = "--valid-from", paramLabel = "TIME", description = "first time of use (default: now)")
    private @Nullable String from;

    @Option(names = "--valid-until", paramLabel = "TIME", description = "end of use (default: until replaced)")
    private @Nullable String until;

    @Option(
            names = "--sequence",
            paramLabel = "N",
            description = "higher than that of every pack before (default: the seconds since 1970)")
    private @Nullable Long sequence;

    @Option(names = "--site", paramLabel = "BRANCH", description = "only for this branch; may be given more than once")
    private List<String> sites = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        var signer = new PackSigner(key());
        Manifest manifest;
        if (Files.isDirectory(content)) {
            manifest =
                    signer.sign(content, terms(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS)), pack);
        } else if (from != null || until != null || sequence != null || !sites.isEmpty()) {
            throw new IllegalArgumentException(
                    "validity, sequence and sites were decided by who signed first: leave them out, or sign the folder");
        } else {
            manifest = signer.signAlso(content, pack);
        }
        PackClaims claims = PackClaims.read(pack);
        PrintWriter out = spec.commandLine().getOut();
        out.println("signed: " + manifest.version() + ": " + pack);
        Printed.manifest(manifest, claims.digest(), claims.keys()).forEach(out::println);
        out.flush();
        return 0;
    }

    private PackSigner.Terms terms(Instant now) {
        return new PackSigner.Terms(
                sequence == null ? now.getEpochSecond() : sequence,
                now,
                from == null ? now : time("--valid-from", from, 0),
                until == null ? null : time("--valid-until", until, 1),
                sites);
    }

    private static Instant time(String option, String text, int daysOn) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(daysOn)
                            .atStartOfDay(BEIJING)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option + " is no time: write 2026-12-01T08:00:00+08:00, or 2026-12-01 for the whole day", e);
        }
    }

    private SigningKey key() throws IOException {
        if (!Files.isRegularFile(keyFile)) {
            throw new IllegalArgumentException(
                    "there is no key " + keyFile + ": make one with ./kiosk content key --out " + keyFile);
        }
        if (OwnerOnlyFile.isExposed(keyFile)) {
            throw new IllegalArgumentException(
                    keyFile + " may be read by other accounts: take it from them (chmod 600), or make a new one");
        }
        try {
            return SigningKey.parse(Files.readAllBytes(keyFile));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    keyFile + " is no key that ./kiosk content key made: name the file without .pub", e);
        }
    }
}
