package dev.kioskguard.app.config;

import dev.kioskguard.paging.Rota;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.vision.View;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that {@code config/kiosk.yaml} says, complete and within its ranges. Immutable. */
public record KioskConfig(
        Terminal terminal,
        Machine machine,
        Screen screen,
        View camera,
        Limits limits,
        Application application,
        Clearance clearance,
        Content content,
        Rota rota,
        Desk desk,
        @Nullable Lists lists,
        Calling calling) {

    /** Returns the broker that carries pages; null where there is none. */
    public @Nullable Broker broker() {
        return calling.broker();
    }

    /**
     * Which machine this is.
     *
     * @param id as the bank's host knows it; it is part of every clearance
     * @param branch id of the branch, as pages and topics name it
     * @param branchName as the customer reads it
     * @param hotline number that a stopped customer may call
     * @param zone where the customer's clock and the bank's day are
     */
    public record Terminal(String id, String branch, String branchName, String hotline, ZoneId zone) {}

    /** Who works the hardware, where it is, and where the guard can be reached. */
    public record Machine(Ownership ownership, Ports ports, Devices devices) {}

    /** Who owns card reader, PIN pad and display: see the design page of the same name. */
    public enum Ownership {
        /** The guard runs the hardware for the application. */
        HOSTED,
        /** The application runs the hardware and lends it to the guard. */
        BESIDE
    }

    /**
     * TCP ports on loopback, in a row from a base.
     *
     * @param base 1024 to 65500
     */
    public record Ports(int base) {

        public static final int BASE_MIN = 1024;
        public static final int BASE_MAX = 65500;

        public Ports {
            if (base < BASE_MIN || base > BASE_MAX) {
                throw new IllegalArgumentException("ports.base must lie between " + BASE_MIN + " and " + BASE_MAX);
            }
        }

        public int desk() {
            return base + 1;
        }

        public int bench() {
            return base + 2;
        }
    }

    /**
     * The customer's display.
     *
     * @param widthMm of the picture, in millimetres
     * @param heightMm of the picture, in millimetres
     * @param distanceMm from the eyes, in millimetres
     */
    public record Screen(int widthMm, int heightMm, int distanceMm) {

        /** Fifteen inches, 4:3, at arm's length. */
        public static final Screen USUAL = new Screen(304, 228, 600);
    }

    /**
     * What the bank's application is given.
     *
     * @param cardTrack whether it may read the card's magnetic track, where the guard owns the reader
     */
    public record Application(boolean cardTrack) {}

    /**
     * Where the desk can be reached; anywhere but on loopback it speaks TLS.
     *
     * @param listen an IP address of this machine
     * @param name by which phones call it: a host name, or the address again
     */
    public record Desk(String listen, String name) {}

    /** How long a clearance may be handed to the host. */
    public record Clearance(Duration life) {}

    /**
     * Where texts and questions lie, and whose word counts for others; relative to the folder of the configuration.
     *
     * @param trust files of the public keys that may sign content packs
     * @param signatures how many different keys must have signed one
     * @param secondVoice code of the language or dialect that is heard after Mandarin; null where nothing is
     */
    public record Content(
            String folder,
            List<String> trust,
            int signatures,
            @Nullable String secondVoice) {

        public Content {
            trust = List.copyOf(trust);
        }
    }

    /**
     * The offline list of suspect payees; relative to the folder of the configuration.
     *
     * @param suspects the signed list
     * @param trust the JWK set of whoever may sign it
     */
    public record Lists(String suspects, String trust) {}

    /**
     * The broker that carries pages to a desk elsewhere; files are relative to the folder of the configuration.
     *
     * @param uri {@code mqtts://host:port}, or {@code mqtt://} on loopback
     * @param trustStore PKCS #12 file of the authorities that may vouch for the broker; null without TLS
     * @param keyStore PKCS #12 file of this machine's certificate; null where the broker asks for none
     * @param storePassword file whose first line opens both; null without TLS
     * @param desks JWK set of the desks whose signed word counts; null where none has one
     */
    public record Broker(
            URI uri,
            @Nullable String trustStore,
            @Nullable String keyStore,
            @Nullable String storePassword,
            @Nullable String desks,
            @Nullable String branchSecret) {

        private static final String SECURE = "mqtts";
        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

        /** Reads the address of a broker; null for what is none. Off this machine nothing goes in the clear. */
        public static @Nullable URI address(String written) {
            try {
                URI uri = URI.create(written);
                String host = uri.getHost();
                boolean bare = uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getRawUserInfo() == null;
                return host != null && bare && (isSecure(uri) || LOOPBACK.contains(host)) ? uri : null;
            } catch (IllegalArgumentException none) {
                return null;
            }
        }

        public static boolean isSecure(URI broker) {
            return SECURE.equals(broker.getScheme());
        }

        /** Returns the files, as they lie in the folder of the configuration; null without TLS. */
        public ChannelAccess.@Nullable Stores stores(Path folder) {
            return trustStore == null || storePassword == null
                    ? null
                    : new ChannelAccess.Stores(
                            folder.resolve(trustStore),
                            keyStore == null ? null : folder.resolve(keyStore),
                            folder.resolve(storePassword));
        }
    }
}
