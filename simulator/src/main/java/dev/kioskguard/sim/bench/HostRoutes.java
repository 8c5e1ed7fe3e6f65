package dev.kioskguard.sim.bench;

import dev.kioskguard.sim.bank.host.HostUnreachableException;
import dev.kioskguard.sim.bank.host.LedgerEntry;
import dev.kioskguard.sim.bank.host.RefusedException;
import dev.kioskguard.sim.bank.host.TransferStatus;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.BenchPorts.Bank;
import dev.kioskguard.sim.bench.port.BenchPorts.Guarded;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bank's host: what reached it, and whatever anybody wants to hand it. */
final class HostRoutes {

    private static final int ID_LENGTH_MAX = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<Guarded> guarded;
    private final BenchHands hands;

    HostRoutes(BenchPorts ports, BenchHands hands) {
        this.guarded = ports.guarded();
        this.hands = hands;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/sim/host", ctx -> Json.answer(ctx, 200, view()));
        routes.post("/sim/host/submit", this::submit);
        routes.post("/sim/host/cancel", this::cancel);
    }

    Map<String, Object> view() {
        Bank bank = bank();
        List<Map<String, @Nullable Object>> transfers =
                bank.host().transfers().stream().map(HostRoutes::entry).toList();
        return Map.of(
                "transfers",
                transfers,
                "attempts",
                bank.host().attempts(),
                "stopped",
                bank.host().stopped(),
                "locked",
                bank.host().locked());
    }

    private static Map<String, @Nullable Object> entry(LedgerEntry entry) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        seen.put("transferId", entry.transferId());
        seen.put("clearance", entry.clearance());
        seen.put("status", entry.status().word());
        seen.put("payAt", entry.payAt() == null ? null : entry.payAt().toString());
        return seen;
    }

    private void submit(Context ctx) {
        Fields fields = Fields.of(ctx);
        if (!fields.has("clearance") || !fields.has("transfer")) {
            throw Problem.unprocessable("give clearance, a text, and transfer, the body that was asked about")
                    .asException();
        }
        fields.done();
        // What is in them is the host's to judge, whatever it is.
        JsonNode body = JSON.readTree(ctx.bodyAsBytes());
        String clearance = body.path("clearance").asString("");
        Bank bank = bank();
        hands.answer(ctx, () -> Json.answer(ctx, 200, handedIn(bank, clearance, body.path("transfer"))));
    }

    private static Map<String, Object> handedIn(Bank bank, String clearance, JsonNode transfer) {
        try {
            return reached(() -> {
                bank.line().submit(clearance, transfer);
                return Map.of("status", "accepted");
            });
        } catch (RefusedException refused) {
            return Map.of("status", "refused", "reason", refused.refusal().word());
        }
    }

    private void cancel(Context ctx) {
        Fields fields = Fields.of(ctx);
        String transferId = fields.text("transferId", 1, ID_LENGTH_MAX);
        fields.done();
        Bank bank = bank();
        hands.answer(
                ctx,
                () -> Json.answer(ctx, 200, cancelled(reached(() -> bank.line().cancel(transferId)))));
    }

    private static Map<String, @Nullable Object> cancelled(Optional<LedgerEntry> found) {
        LedgerEntry entry =
                found.orElseThrow(() -> Problem.notFound("the host knows no such transfer; see GET /sim/host")
                        .asException());
        if (entry.status() != TransferStatus.CANCELLED) {
            throw Problem.conflict("not-pending", "only a pending transfer can be cancelled; see GET /sim/host")
                    .asException();
        }
        return entry(entry);
    }

    private static <T> T reached(Supplier<T> call) {
        try {
            return call.get();
        } catch (HostUnreachableException e) {
            throw new ProblemException(Problem.conflict(
                    "host-unreachable", "no answer came from the host; mend it with POST /sim/faults and look again"));
        }
    }

    private Bank bank() {
        return BenchPorts.require(guarded).bank();
    }
}
