package dev.kioskguard.web.desk.passkey;

import java.net.URI;

/**
 * For whom a passkey is made (WebAuthn Level 3 section 4, Relying Party): browsers give it to pages of this host only,
 * and what was signed for any other origin counts for nothing here.
 *
 * @param id the host name
 * @param origin of the desk's page, as browsers write it
 */
record RelyingParty(String id, String origin) {

    /** What a phone shows beside the person's name. */
    static final String NAME = "大堂经理台 Kiosk Guard";

    static RelyingParty at(URI origin) {
        return new RelyingParty(origin.getHost(), origin.toString());
    }
}
