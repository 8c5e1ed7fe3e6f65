package dev.kioskguard.web.bank;

import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.web.http.Json;
import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /api/clearance-keys}, {@code /api/health}, and {@code /metrics} for whoever watches a fleet. */
public final class HealthRoutes {

    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<PublicKeys> keys;
    private final Supplier<Map<String, Object>> health;
    private final Supplier<String> metrics;

    public HealthRoutes(Supplier<PublicKeys> keys, Supplier<Map<String, Object>> health, Supplier<String> metrics) {
        this.keys = keys;
        this.health = health;
        this.metrics = metrics;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/clearance-keys",
                ctx -> ctx.contentType("application/json").result(keys.get().json()));
        routes.get("/api/health", ctx -> Json.answer(ctx, 200, health.get()));
        routes.get("/metrics", ctx -> ctx.contentType(PROMETHEUS).result(metrics.get()));
    }
}
