package dev.kioskguard.app.desk;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.web.desk.phone.PhoneCard;
import dev.kioskguard.web.http.Reach;
import dev.kioskguard.web.http.tls.ServerIdentity;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** From where the desk can be reached: in the clear on loopback, as the configuration says under TLS. */
public final class DeskReach {

    private static final String IDENTITY_FILE = "desk-tls.pem";
    private static final String CARD_FILE = "desk-enrol.svg";

    private DeskReach() {}

    /**
     * Reads the configuration; off loopback the key and the certificate are made where there are none.
     *
     * @throws IllegalArgumentException saying what to do, when the certificate in place is not good
     */
    public static Reach of(KioskConfig.Desk desk, DataDirectory data) {
        if (Reach.isLoopback(desk.listen())) {
            return new Reach(desk.listen(), desk.listen(), null);
        }
        ServerIdentity identity = ServerIdentity.open(
                data,
                IDENTITY_FILE,
                Reach.hosts(desk.listen(), desk.name()),
                InstantSource.system().instant(),
                new SecureRandom());
        return new Reach(desk.listen(), desk.name(), identity);
    }

    /** Puts the card to which a phone is pointed into the data folder, where there is anything to point it at. */
    public static void publishCard(DataDirectory data, Reach reach, URI desk) {
        ServerIdentity identity = reach.identity();
        if (identity != null) {
            data.publish(CARD_FILE, PhoneCard.svg(desk, identity.fingerprint()));
        }
    }

    /** Returns what health tells of the desk. */
    public static Map<String, Object> report(Reach reach) {
        var body = new LinkedHashMap<String, Object>();
        body.put("listen", reach.address());
        ServerIdentity identity = reach.identity();
        body.put("tls", identity != null);
        if (identity != null) {
            body.put("fingerprint", identity.fingerprint());
        }
        return body;
    }
}
