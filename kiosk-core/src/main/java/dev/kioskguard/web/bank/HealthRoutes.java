package dev.kioskguard.web.bank;

import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.web.http.Json;
import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /api/clearance-keys} and {@code /api/health}. */
public final class HealthRoutes {

    private final Supplier<PublicKeys> keys;
    private final Supplier<Map<String, Object>> health;

    public HealthRoutes(Supplier<PublicKeys> keys, Supplier<Map<String, Object>> health) {
        this.keys = keys;
        this.health = health;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/clearance-keys",
                ctx -> ctx.contentType("application/json").result(keys.get().json()));
        routes.get("/api/health", ctx -> Json.answer(ctx, 200, health.get()));
    }
}
