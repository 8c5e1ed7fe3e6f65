package dev.kioskguard.app.list;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The verb that turns account numbers, one a line, into a list that terminals take. */
@Command(
        name = "sign",
        description = {
            "Signs a list of suspect payees: one account a line, blank lines and lines with # passed over.",
            "The key is made on first use; what terminals need of it (lists.trust) is clearance-keys.json beside it."
        })
public final class ListSign implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "DIR",
            description = "the folder of the issuer's key, of its own and never on a terminal")
    private Path keys;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the list for lists.suspects")
    private Path out;

    @Parameters(paramLabel = "ACCOUNTS", description = "the accounts, one a line")
    private Path accounts;

    @Override
    public Integer call() throws IOException {
        var random = new SecureRandom();
        byte[] salt = new byte[SuspectList.SALT_BYTES];
        random.nextBytes(salt);
        byte[] entries = joined(entries(salt));
        try (DataDirectory folder = DataDirectory.open(keys)) {
            ClearanceKeys key = ClearanceKeys.open(folder, random);
            Path fresh = out.resolveSibling(out.getFileName() + ".new");
            Files.write(fresh, signed(key, Instant.now(), salt, entries));
            Files.move(fresh, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            PrintWriter told = spec.commandLine().getOut();
            told.println("accounts %d".formatted(entries.length / SuspectList.ENTRY_BYTES));
            told.println("trust " + folder.file(ClearanceKeys.PUBLIC_FILE));
            told.flush();
        }
        return 0;
    }

    /** Returns a list as a file, of entries that stand in ascending order. */
    static byte[] signed(ClearanceKeys key, Instant issued, byte[] salt, byte[] entries) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        String claims = JSON.writeValueAsString(JSON.createObjectNode()
                .put("issued", issued.toString())
                .put("salt", base64.encodeToString(salt))
                .put("entries", entries.length / SuspectList.ENTRY_BYTES)
                .put("digest", base64.encodeToString(SuspectFile.digest(entries, 0))));
        byte[] line = (key.sign(SuspectFile.TYPE, claims) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] file = Arrays.copyOf(line, line.length + entries.length);
        System.arraycopy(entries, 0, file, line.length, entries.length);
        return file;
    }

    private byte[] joined(SortedSet<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > SuspectList.ENTRIES_MAX) {
            throw new IllegalArgumentException(
                    accounts + " must hold 1 to " + SuspectList.ENTRIES_MAX + " accounts, one a line");
        }
        ByteBuffer all = ByteBuffer.allocate(entries.size() * SuspectList.ENTRY_BYTES);
        entries.forEach(all::put);
        return all.array();
    }

    private SortedSet<byte[]> entries(byte[] salt) throws IOException {
        var entries = new TreeSet<byte[]>(Arrays::compareUnsigned);
        try (Stream<String> lines = Files.lines(accounts)) {
            lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> SuspectList.entry(salt, account(line)))
                    .forEach(entries::add);
        }
        return entries;
    }

    private String account(String line) {
        String account = SuspectList.normalised(line);
        if (account.length() < Payee.ACCOUNT_LENGTH_MIN) {
            throw new IllegalArgumentException(
                    accounts + " has a line that is no account; remove it or put # before it");
        }
        return account;
    }
}
