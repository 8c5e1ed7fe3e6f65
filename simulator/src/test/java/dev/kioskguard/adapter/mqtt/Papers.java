package dev.kioskguard.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.channel.ChannelAccess.Stores;
import dev.kioskguard.sim.broker.Mosquitto;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority, a broker's certificate and those of machines, made by openssl for one test. */
public final class Papers {

    private static final String PASSWORD = "changeit";
    private static final List<String> FRESH_KEY =
            List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes");

    private final Path folder;

    private Papers(Path folder) {
        this.folder = folder;
    }

    public static Papers make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var papers = new Papers(Files.createDirectories(folder));
        papers.openssl(
                FRESH_KEY,
                "req",
                "-x509",
                "-days",
                "2",
                "-subj",
                "/CN=authority",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem");
        papers.issue("broker", "subjectAltName=IP:127.0.0.1");
        Files.writeString(papers.file("password"), PASSWORD + "\n");
        papers.trust();
        return papers;
    }

    /** Returns the stores of somebody whom the authority knows by this name. */
    public Stores of(String name) throws IOException, InterruptedException {
        issue(name, "extendedKeyUsage=clientAuth");
        return stores(name);
    }

    /** Returns the stores of whoever listens at 127.0.0.1. */
    public Stores ofListener() throws IOException, InterruptedException {
        return stores("broker");
    }

    private Stores stores(String name) throws IOException, InterruptedException {
        openssl(
                List.of(),
                "pkcs12",
                "-export",
                "-in",
                name + ".pem",
                "-inkey",
                name + ".key",
                "-out",
                name + ".p12",
                "-passout",
                "pass:" + PASSWORD);
        return new Stores(file("trust.p12"), file(name + ".p12"), file("password"));
    }

    /** Returns the stores of somebody who knows the broker and shows nothing. */
    public Stores ofNobody() {
        return new Stores(file("trust.p12"), null, file("password"));
    }

    public Path authority() {
        return file("ca.pem");
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Starts a broker that speaks TLS with whoever shows a certificate of this authority. */
    public Mosquitto broker(Path home) throws IOException {
        return broker(home, "");
    }

    /** Like {@link #broker(Path)}, with a second door in the clear, for a witness. */
    public Mosquitto broker(Path home, int witnessPort) throws IOException {
        return broker(home, "listener %d 127.0.0.1\nallow_anonymous true\n".formatted(witnessPort));
    }

    private Mosquitto broker(Path home, String more) throws IOException {
        String door = "require_certificate true\ncafile %s\ncertfile %s\nkeyfile %s\n"
                .formatted(authority(), file("broker.pem"), file("broker.key"));
        return Mosquitto.start(home, "mqtts", door + more);
    }

    private void issue(String name, String extension) throws IOException, InterruptedException {
        openssl(FRESH_KEY, "req", "-subj", "/CN=" + name, "-keyout", name + ".key", "-out", name + ".csr");
        Files.writeString(file(name + ".ext"), extension + "\n");
        openssl(
                List.of(),
                "x509",
                "-req",
                "-days",
                "2",
                "-in",
                name + ".csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-extfile",
                name + ".ext",
                "-out",
                name + ".pem");
    }

    private void trust() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority());
                OutputStream out = Files.newOutputStream(file("trust.p12"))) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private void openssl(List<String> more, String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        command.addAll(more);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(() -> String.join(" ", command)).isZero();
    }
}
