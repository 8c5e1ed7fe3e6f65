package dev.kioskguard.adapter.opencv.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** The files that may be loaded, each by its SHA-256: {@code models.tsv}, which the launcher reads too. Immutable. */
final class AllowList {
    private static final int COLUMNS = 4;

    private final Map<String, String> digests;

    private AllowList(Map<String, String> digests) {
        this.digests = Map.copyOf(digests);
    }

    static AllowList shipped() {
        try (InputStream table = AllowList.class.getResourceAsStream("models.tsv")) {
            if (table == null) {
                throw new IllegalStateException("models.tsv is not in this build");
            }
            Map<String, String> digests = new HashMap<>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", COLUMNS))
                    .forEach(row -> digests.put(row[2], row[1]));
            return new AllowList(digests);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of all files of {@code models.tsv}. */
    Set<String> names() {
        return digests.keySet();
    }

    boolean allows(String name, byte[] content) {
        return digest(content).equals(digests.get(name));
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
