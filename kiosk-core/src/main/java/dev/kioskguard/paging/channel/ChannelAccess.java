package dev.kioskguard.paging.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;

/**
 * Where the other side is, and how both prove who they are.
 *
 * @param uri host and port, as {@code mqtts://host:8883}
 * @param branch whose pages these are: letters, digits, hyphens and underscores
 * @param stores null where nobody proves anything, as on loopback
 * @param secret a file whose first line, in Base64, is what both sides know; null where the way needs none
 */
public record ChannelAccess(
        URI uri,
        String branch,
        @Nullable Stores stores,
        @Nullable Path secret) {

    /** Access to a way that needs no secret beside its certificates. */
    public ChannelAccess(URI uri, String branch, @Nullable Stores stores) {
        this(uri, branch, stores, null);
    }

    /**
     * PKCS #12 files.
     *
     * @param trust certificates of whoever may vouch for the other side
     * @param key the own certificate and its private key; null where the other side asks for none
     * @param password a file whose first line opens both
     */
    public record Stores(Path trust, @Nullable Path key, Path password) {

        /** Reads what opens both. */
        public char[] opening() throws IOException {
            return Files.readString(password).lines().findFirst().orElse("").toCharArray();
        }

        /** Opens one of the two. */
        public static KeyStore open(Path store, char[] opening) throws IOException, GeneralSecurityException {
            KeyStore opened = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                opened.load(in, opening);
            }
            return opened;
        }
    }
}
