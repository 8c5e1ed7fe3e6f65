package dev.kioskguard.adapter.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import dev.kioskguard.paging.channel.ChannelAccess.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** TLS as a broker off loopback is spoken to: 1.2 or later, and never without a look at who answers. */
final class Certificates {

    private Certificates() {}

    /**
     * Reads the stores.
     *
     * @throws IllegalArgumentException naming the file and what to do
     */
    static MqttClientSslConfig of(Stores stores) {
        char[] password = password(stores);
        try {
            KeyStore trusted = read(stores.trust(), password);
            if (Collections.list(trusted.aliases()).stream().noneMatch(alias -> isTrusted(trusted, alias))) {
                throw new IllegalArgumentException(stores.trust()
                        + " holds no trusted certificate; put the broker's authority into it with keytool -importcert");
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var tls = MqttClientSslConfig.builder().trustManagerFactory(trust).protocols(List.of("TLSv1.3", "TLSv1.2"));
            if (stores.key() != null) {
                var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                own.init(read(stores.key(), password), password);
                tls = tls.keyManagerFactory(own);
            }
            return tls.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the stores of paging.broker cannot be used; make them anew with keytool -storetype PKCS12", e);
        }
    }

    private static boolean isTrusted(KeyStore store, String alias) {
        try {
            return store.isCertificateEntry(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException("the store was read", e);
        }
    }

    private static KeyStore read(Path file, char[] password) throws GeneralSecurityException {
        try {
            return Stores.open(file, password);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be opened; is it there, a PKCS #12 file, and the password its own?", e);
        }
    }

    private static char[] password(Stores stores) {
        try {
            return stores.opening();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    stores.password() + " cannot be read; write the password of the stores into its first line", e);
        }
    }
}
