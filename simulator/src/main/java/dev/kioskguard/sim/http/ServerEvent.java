package dev.kioskguard.sim.http;

import tools.jackson.databind.JsonNode;

/**
 * One server-sent event.
 *
 * @param name the event's type, {@code message} where the server gives none (HTML Living Standard, 9.2)
 */
public record ServerEvent(String name, JsonNode body) {}
