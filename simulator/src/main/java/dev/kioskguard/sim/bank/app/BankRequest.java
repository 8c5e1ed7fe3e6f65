package dev.kioskguard.sim.bank.app;

import tools.jackson.databind.JsonNode;

/**
 * One thing that the guard asks of the bank.
 *
 * @param kind such as {@code return-card}
 * @param body with what it is about: {@code sessionId}, {@code transferId}
 */
public record BankRequest(String id, String kind, JsonNode body) {

    static BankRequest of(JsonNode body) {
        return new BankRequest(body.path("id").asString(""), body.path("kind").asString(""), body);
    }

    String about(String field) {
        return body.path(field).asString("");
    }

    @Override
    public String toString() {
        return "BankRequest[" + id + ", " + kind + "]";
    }
}
