package dev.kioskguard.app.config;

import dev.kioskguard.app.config.KioskConfig.Broker;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The section {@code paging.broker} of a file that fits the schema; without it pages stay at the own desk. */
final class BrokerSection {

    private static final String POINTER = "/paging/broker";

    private BrokerSection() {}

    /** Maps the section; what does not fit together becomes a complaint. */
    static @Nullable Broker map(ConfigText text, List<String> complaints) {
        JsonNode broker = text.tree().path("paging").path("broker");
        if (broker.isMissingNode()) {
            return null;
        }
        URI uri = Broker.address(broker.path("uri").asString());
        if (uri == null) {
            complaints.add(text.complaint(
                    POINTER + "/uri",
                    "is no address of a broker; write mqtts://host:8883, or mqtt://127.0.0.1:1883 on this machine"));
            return null;
        }
        boolean stores = broker.has("trust-store") && broker.has("store-password");
        if (Broker.isSecure(uri) && !stores) {
            complaints.add(text.complaint(POINTER, "needs trust-store and store-password for an address with TLS"));
        }
        return new Broker(
                uri,
                file(broker, "trust-store"),
                file(broker, "key-store"),
                file(broker, "store-password"),
                file(broker, "desks"),
                file(broker, "branch-secret"));
    }

    private static @Nullable String file(JsonNode broker, String name) {
        return broker.has(name) ? broker.path(name).asString() : null;
    }
}
