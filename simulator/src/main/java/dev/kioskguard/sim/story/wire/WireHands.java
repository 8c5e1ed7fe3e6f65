package dev.kioskguard.sim.story.wire;

import dev.kioskguard.device.Key;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.staff.StaffRoom;
import dev.kioskguard.sim.staff.persona.Shift;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.story.persona.Answer;
import dev.kioskguard.sim.story.persona.Look;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything that customer and engineer do at the bench. */
final class WireHands implements Stage.Machine, Stage.Branch {

    /** In turns of the stage. */
    private static final int STAFF_LOOK_EVERY = 5;

    private final Supplier<Lines> lines;
    private final WireScreen screen;
    private final WireBank bank;
    private final Runnable restart;
    private final StaffRoom staff;
    private boolean staffed;
    private int turns;
    private int words;

    WireHands(Supplier<Lines> lines, WireScreen screen, WireBank bank, Runnable restart) {
        this.lines = lines;
        this.screen = screen;
        this.bank = bank;
        this.restart = restart;
        this.staff = new StaffRoom(screen::codeWhileHeld);
    }

    private void sim(String path, Object body) {
        JsonNode unused = lines.get().sim(Call.post(path, body));
    }

    @Override
    public void insertCard(String card) {
        sim("/sim/card", Map.of("action", "insert", "card", card));
    }

    @Override
    public void enterPin() {
        sim("/sim/keys", Map.of("keys", List.of("1", "2", "3", "4", "enter")));
    }

    @Override
    public void pullCard() {
        sim("/sim/card", Map.of("action", "pull"));
    }

    @Override
    public Optional<String> answer(Look look, Answer answer) {
        return screen.answer(look, answer);
    }

    @Override
    public void press(Key key) {
        sim("/sim/keys", Map.of("keys", List.of(key.word())));
    }

    @Override
    public void sees(Set<Signal> signals) {
        sim(
                "/sim/camera",
                Map.of("sightings", signals.stream().map(Signal::name).toList()));
    }

    @Override
    public void camera(String fault) {
        sim("/sim/camera", Map.of("fault", fault));
    }

    @Override
    public void play(String clip) {
        sim("/sim/camera", Map.of("play", clip));
    }

    @Override
    public void suffer(String device, Fault fault, @Nullable Duration duration) {
        var body = new LinkedHashMap<String, String>();
        body.put("device", device);
        body.put("fault", fault.word());
        if (duration != null) {
            body.put("for", duration.toString());
        }
        sim("/sim/faults", body);
    }

    @Override
    public void staff(Stage.Word word) {
        JsonNode page = lines.get()
                .atTheDesk(desk -> desk.find(bank.lastId()))
                .orElseThrow(() -> new StoryFailedException("nobody was called, so nobody comes: no page was raised"));
        if (word.action().equals("acknowledge")) {
            say(word.by(), page, "acknowledgement", Map.of());
            return;
        }
        var body = new LinkedHashMap<String, String>();
        body.put("actionId", "story-" + ++words);
        body.put("action", word.action());
        body.put("reason", word.reason());
        String code = word.code() == null ? screen.code() : word.code();
        if (code != null) {
            body.put("code", code);
        }
        say(word.by(), page, "verdict", body);
    }

    private void say(String by, JsonNode page, String what, Map<String, String> body) {
        JsonNode unused = lines.get().atTheDesk(desk -> desk.say(by, page, what, body));
    }

    @Override
    public void neighbourStopped(String card, String machine, Duration ago) {
        throw new StoryFailedException("a neighbour tells of a stop in virtual time only; play it without --real-time");
    }

    @Override
    public void onDuty(Shift shift, BooleanSupplier deceived) {
        staff.onDuty(shift, page -> deceived.getAsBoolean());
        staffed = true;
    }

    /** Has whoever is on duty look at the desk every now and then. */
    void staffTurn(Instant now) {
        if (staffed && ++turns % STAFF_LOOK_EVERY == 0) {
            boolean unused = lines.get().atTheDesk(desk -> {
                staff.turn(desk, now);
                return true;
            });
        }
    }

    @Override
    public void restart() {
        restart.run();
    }
}
