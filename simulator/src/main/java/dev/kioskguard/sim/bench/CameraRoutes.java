package dev.kioskguard.sim.bench;

import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.BenchPorts.Guarded;
import dev.kioskguard.sim.camera.LensFault;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the camera sees: a stream, signals by script, and a lens that sees nothing. */
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
    private static final Duration PLAYS_WITHIN = Duration.ofSeconds(30); // libraries are loaded the first time
    private static final String BLIND = "CAMERA_BLIND";

    private final Terminal terminal;
    private final Optional<Guarded> guarded;
    private final StreamCamera camera;
    private final BenchHands hands;
    private Set<String> sightings = Set.of();
    private LensFault fault = LensFault.NONE;

    CameraRoutes(BenchPorts ports, BenchHands hands) {
        this.terminal = ports.terminal();
        this.guarded = ports.guarded();
        this.camera = ports.camera();
        this.hands = hands;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/sim/camera", this::camera);
        routes.get("/sim/camera", ctx -> Json.answer(ctx, 200, view()));
    }

    /** Returns what is played and what is wrong with the lens. */
    synchronized Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        String playing = camera.playing();
        view.put("sightings", held());
        view.put("fault", fault.word());
        guarded.ifPresent(there -> {
            view.put("looking", there.eyes().areLooking());
            view.put("signals", there.eyes().holding());
        });
        if (playing != null) {
            view.put("playing", playing);
            view.put("stream", camera.stream().toString());
            camera.seen().ifPresent(seen -> {
                view.put("scores", scores(seen.sighting().scores()));
                view.put("marks", seen.marks());
            });
        }
        return view;
    }

    /** The contract's names; null where it cannot be told. */
    private static Map<String, @Nullable Double> scores(Scores scores) {
        Map<String, @Nullable Double> named = new LinkedHashMap<>();
        named.put("callAtEar", scores.callAtEar());
        named.put("phoneInHand", scores.phoneInHand());
        named.put("paperNote", scores.paperNote());
        named.put("lookingDown", scores.lookingDown());
        named.put("lookingAway", scores.lookingAway());
        named.put("secondPerson", scores.secondPerson());
        return named;
    }

    private void camera(Context ctx) {
        Fields fields = Fields.of(ctx);
        String play = fields.optionalText("play", 1, PLAY_LENGTH_MAX);
        boolean loop = Boolean.TRUE.equals(fields.optionalBoolean("loop"));
        LensFault lens = fields.optionalChoice("fault", LensFault.WORDS);
        Set<String> seen = fields.has("sightings") ? signals(ctx, fields) : null;
        fields.done();
        if (lens == null && seen == null && play == null) {
            throw Problem.unprocessable("give play, sightings (a list of signals) or fault")
                    .asException();
        }
        if (seen != null) {
            BenchPorts.require(guarded);
        }
        hands.answer(ctx, () -> {
            if (play != null) {
                play(play, loop);
            }
            set(seen, lens);
            Json.answer(ctx, 200, view());
        });
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

    private void play(String place, boolean loop) throws InterruptedException {
        CompletableFuture<Void> begun;
        try {
            begun = camera.play(place, loop);
        } catch (IllegalArgumentException odd) {
            throw Problem.unprocessable(String.valueOf(odd.getMessage())).asException();
        }
        try {
            begun.get(PLAYS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            String why = e.getCause() instanceof SourceException none
                    ? none.status().detail()
                    : "its pictures cannot be read";
            throw Problem.unprocessable("play: " + why).asException();
        } catch (TimeoutException e) {
            throw Problem.unprocessable("play: no picture has come from there yet; look at it with another program")
                    .asException();
        }
        camera.stream();
        terminal.eye().show(() -> camera.picture().orElseGet(() -> new byte[0]));
    }

    private synchronized void set(@Nullable Set<String> seen, @Nullable LensFault lens) throws InterruptedException {
        sightings = seen == null ? sightings : seen;
        fault = lens == null ? fault : lens;
        camera.suffer(fault);
        terminal.fault(TerminalDevice.CAMERA, fault.ofDevice(), Optional.empty());
        if (guarded.isPresent()) {
            guarded.get().eyes().hold(held());
            guarded.get()
                    .settling()
                    .afterFault(TerminalDevice.CAMERA.word(), fault.ofDevice().word());
        }
    }

    private Set<String> held() {
        Set<String> held = new TreeSet<>(sightings);
        if (fault.isBlind()) {
            held.add(BLIND);
        }
        return held;
    }
}
