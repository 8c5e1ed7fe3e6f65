package dev.kioskguard.adapter.xfs4iot.client.connection;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of trust towards a service: which certificates we take, and which one we show where a service asks.
 *
 * @param trust the authorities whose services we trust; null for those the JDK trusts
 * @param own our certificate and its key; null where no service asks for one
 */
public record Tls(@Nullable Store trust, @Nullable Store own) {

    /** A key store file (PKCS#12 or JKS) and its password, which opens the keys in it too. */
    public record Store(Path file, String password) {

        @Override
        public String toString() {
            return "Store[" + file + "]";
        }

        private KeyStore load() {
            try {
                return KeyStore.getInstance(file.toFile(), password.toCharArray());
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalArgumentException(
                        "cannot read the key store %s: %s".formatted(file, e.getMessage()), e);
            }
        }
    }

    /**
     * Returns the context in which connections are made; host names are checked by whoever uses it.
     *
     * @throws IllegalArgumentException when a store cannot be read
     */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own == null ? null : keys(own).getKeyManagers(),
                    trust == null ? null : trusted(trust).getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key stores cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyManagerFactory keys(Store store) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store.load(), store.password().toCharArray());
        return factory;
    }

    private static TrustManagerFactory trusted(Store store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store.load());
        return factory;
    }
}
