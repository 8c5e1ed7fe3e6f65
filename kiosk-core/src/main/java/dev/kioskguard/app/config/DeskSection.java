package dev.kioskguard.app.config;

import dev.kioskguard.web.http.Reach;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The section {@code desk} of a file that fits the schema; where nothing is said only this machine may come in. */
final class DeskSection {

    private DeskSection() {}

    /** Maps the section; what names no address becomes a complaint. */
    static KioskConfig.Desk map(ConfigText text, List<String> complaints) {
        JsonNode desk = text.tree().path("desk");
        String listen = desk.path("listen").asString(Reach.LOOPBACK.address());
        String name = desk.path("name").asString(listen);
        try {
            if (Reach.isWildcard(listen) && name.equals(listen)) {
                complaints.add(text.complaint(
                        "/desk/listen", "names no address that a phone could call; write desk.name too"));
            }
        } catch (IllegalArgumentException none) {
            complaints.add(
                    text.complaint("/desk/listen", "is no IP address of this machine; write one such as 192.168.1.20"));
        }
        return new KioskConfig.Desk(listen, name);
    }
}
