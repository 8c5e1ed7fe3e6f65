package dev.kioskguard.sim.bench;

import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.BenchPorts.Guarded;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the camera sees: signals by script, and a lens that sees nothing. */
final class CameraRoutes {

    /** The contract's signals. */
    static final Set<String> SIGNALS = Set.of(
            "CALL_AT_EAR",
            "PHONE_IN_HAND",
            "PAPER_NOTE",
            "READING_HELD",
            "LOOKING_AWAY_OFTEN",
            "SECOND_PERSON",
            "FACE_COVERED",
            "CAMERA_BLIND",
            "DICTATED_KEYING",
            "HESITATION",
            "CORRECTIONS",
            "LANGUAGE_SWITCH",
            "FAST_REPEATED_CONFIRM");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PLAY_LENGTH_MAX = 1_000;
    private static final String BLIND = "CAMERA_BLIND";

    private final Terminal terminal;
    private final Optional<Guarded> guarded;
    private final BenchHands hands;
    private Set<String> sightings = Set.of();
    private LensFault fault = LensFault.NONE;

    CameraRoutes(BenchPorts ports, BenchHands hands) {
        this.terminal = ports.terminal();
        this.guarded = ports.guarded();
        this.hands = hands;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/sim/camera", this::camera);
    }

    private void camera(Context ctx) {
        Fields fields = Fields.of(ctx);
        if (fields.optionalText("play", 1, PLAY_LENGTH_MAX) != null || fields.optionalBoolean("loop") != null) {
            throw Problem.unprocessable("play comes with the camera adapter; until then give sightings or fault")
                    .asException();
        }
        LensFault lens = fields.optionalChoice("fault", LensFault.WORDS);
        Set<String> seen = fields.has("sightings") ? signals(ctx, fields) : null;
        fields.done();
        if (lens == null && seen == null) {
            throw Problem.unprocessable("give sightings, a list of signals, or fault")
                    .asException();
        }
        if (seen != null) {
            BenchPorts.require(guarded);
        }
        hands.answer(ctx, () -> Json.answer(ctx, 200, set(seen, lens)));
    }

    private static Set<String> signals(Context ctx, Fields fields) {
        // No sighting at all is a good script too, and the one list that may be empty.
        JsonNode list = JSON.readTree(ctx.bodyAsBytes()).path("sightings");
        Set<String> seen =
                list.isArray() && list.isEmpty() ? Set.of() : Set.copyOf(fields.texts("sightings", SIGNALS.size(), 40));
        if (!SIGNALS.containsAll(seen)) {
            throw Problem.unprocessable("sightings must be of " + new TreeSet<>(SIGNALS))
                    .asException();
        }
        return seen;
    }

    private synchronized Map<String, Object> set(@Nullable Set<String> seen, @Nullable LensFault lens)
            throws InterruptedException {
        sightings = seen == null ? sightings : seen;
        fault = lens == null ? fault : lens;
        terminal.fault(TerminalDevice.CAMERA, fault.device, Optional.empty());
        Set<String> held = new TreeSet<>(sightings);
        if (fault.blind) {
            held.add(BLIND);
        }
        if (guarded.isPresent()) {
            guarded.get().signals().hold(held);
            guarded.get().settling().afterFault(TerminalDevice.CAMERA.word(), fault.device.word());
        }
        return Map.of("sightings", held, "fault", fault.word());
    }

    /** What can be wrong with the lens, in the contract's words. */
    private enum LensFault {
        NONE(false, Fault.NONE),
        COVERED(true, Fault.NONE),
        DARK(true, Fault.NONE),
        FROZEN(true, Fault.NONE),
        UNPLUGGED(true, Fault.LOST),
        SLOW(false, Fault.SLOW);

        static final Map<String, LensFault> WORDS = words();

        final boolean blind;
        final Fault device;

        LensFault(boolean blind, Fault device) {
            this.blind = blind;
            this.device = device;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Map<String, LensFault> words() {
            Map<String, LensFault> words = new LinkedHashMap<>();
            for (LensFault fault : values()) {
                words.put(fault.word(), fault);
            }
            return words;
        }
    }
}
