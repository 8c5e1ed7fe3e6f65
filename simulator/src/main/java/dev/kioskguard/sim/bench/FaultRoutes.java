package dev.kioskguard.sim.bench;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.BenchPorts.Guarded;
import dev.kioskguard.sim.bench.port.Breakable;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engineer's pliers: devices and lines that break for a while. */
final class FaultRoutes {

    /** A fault that ends by itself does so within a day. */
    static final Duration LASTING_MAX = Duration.ofDays(1);

    private static final List<String> DEVICES = List.of(
            "card-reader", "pin-pad", "camera", "speaker", "screen", "lights", "network", "broker", "host", "disk");

    private static final String NOT_HERE =
            "this terminal stands alone, and nothing here depends on this device; use ./kiosk simulate";

    private static final Map<String, String> NOTHING_TO_BREAK = Map.of(
            "broker",
            "the desk is served by the guard itself and no broker is configured that could be broken here;"
                    + " ./kiosk simulate --broker has one");

    private final Terminal terminal;
    private final Alarms alarms;
    private final Optional<Guarded> guarded;
    private final Map<String, List<Breakable>> breakables;
    private final BenchHands hands;
    private final Map<String, Long> settings = new HashMap<>();

    FaultRoutes(BenchPorts ports, BenchHands hands) {
        this.terminal = ports.terminal();
        this.alarms = ports.alarms();
        this.guarded = ports.guarded();
        this.breakables = ports.breakables();
        this.hands = hands;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/sim/faults", this::fault);
    }

    private void fault(Context ctx) {
        Fields fields = Fields.of(ctx);
        String device = fields.choice("device", DEVICES.stream().collect(Collectors.toMap(word -> word, word -> word)));
        Fault fault = fields.choice(
                "fault", Arrays.stream(Fault.values()).collect(Collectors.toMap(Fault::word, Function.identity())));
        Duration lasting = fields.optionalDuration("for", LASTING_MAX);
        fields.done();
        requireBreakable(device, fault);
        hands.answer(ctx, () -> {
            set(device, fault, lasting);
            if (guarded.isPresent()) {
                guarded.get().settling().afterFault(device, fault.word());
            }
            Json.answer(ctx, 200, Map.of("device", device, "fault", fault.word()));
        });
    }

    private void requireBreakable(String device, Fault fault) {
        List<Breakable> parts = breakables.getOrDefault(device, List.of());
        if (TerminalDevice.of(device).isPresent() || (fault == Fault.NONE && !parts.isEmpty())) {
            return;
        }
        if (parts.isEmpty()) {
            throw Problem.conflict("nothing-to-break", NOTHING_TO_BREAK.getOrDefault(device, NOT_HERE))
                    .asException();
        }
        if (parts.stream().noneMatch(part -> part.faults().contains(fault.word()))) {
            TreeSet<String> known = new TreeSet<>();
            parts.forEach(part -> known.addAll(part.faults()));
            throw Problem.unprocessable("for this device fault must be none or one of " + known)
                    .asException();
        }
    }

    private synchronized void set(String device, Fault fault, @Nullable Duration lasting) {
        long number = settings.merge(device, 1L, Long::sum);
        suffer(device, fault);
        if (lasting != null && fault != Fault.NONE) {
            alarms.in(lasting, () -> mend(device, number));
        }
    }

    /** Ends a fault, unless the device was set again since. */
    private synchronized void mend(String device, long number) {
        if (settings.getOrDefault(device, 0L) == number) {
            suffer(device, Fault.NONE);
        }
    }

    private void suffer(String device, Fault fault) {
        TerminalDevice.of(device).ifPresent(own -> terminal.fault(own, fault, Optional.empty()));
        for (Breakable part : breakables.getOrDefault(device, List.of())) {
            if (fault == Fault.NONE || part.faults().contains(fault.word())) {
                part.suffer().accept(fault.word());
            }
        }
    }
}
