package dev.kioskguard.sim.bench;

import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.BenchPorts.Desk;
import dev.kioskguard.sim.staff.persona.StaffPersona;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The desk beside the terminal: how its pages stand, and who is on duty. */
final class DeskRoutes {

    private static final String NOBODY = "nobody";
    private static final Map<String, String> WHO = Stream.concat(
                    StaffPersona.BY_WORD.keySet().stream(), Stream.of(NOBODY))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private final Optional<Desk> desk;
    private final BenchHands hands;

    DeskRoutes(BenchPorts ports, BenchHands hands) {
        this.desk = ports.desk();
        this.hands = hands;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/sim/desk", ctx -> Json.answer(ctx, 200, view()));
        routes.post("/sim/staff", this::onDuty);
    }

    Map<String, Object> view() {
        return required().view();
    }

    private void onDuty(Context ctx) {
        Fields fields = Fields.of(ctx);
        String who = fields.choice("as", WHO);
        fields.done();
        Desk beside = required();
        hands.answer(ctx, () -> {
            beside.onDuty(who);
            Json.answer(ctx, 200, Map.of("as", who));
        });
    }

    private Desk required() {
        return desk.orElseThrow(() -> Problem.conflict(
                        "terminal-alone", "this terminal stands alone, without a desk; use ./kiosk simulate")
                .asException());
    }
}
