package dev.kioskguard.sim.bank.app;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the bank adds of its own knowledge to a transfer that is asked about. */
public final class Payer {

    private Payer() {}

    /** Returns the transfer with the payer an elder, where the bank knows it and nobody has said otherwise. */
    public static ObjectNode known(ObjectNode body, boolean elder) {
        ObjectNode asked = body.deepCopy();
        JsonNode payer = asked.path("payer");
        if (elder && (payer.isObject() || payer.isMissingNode())) {
            ObjectNode known = payer.isObject() ? (ObjectNode) payer : asked.objectNode();
            if (!known.has("elder")) {
                known.put("elder", true);
            }
            asked.set("payer", known);
        }
        return asked;
    }
}
