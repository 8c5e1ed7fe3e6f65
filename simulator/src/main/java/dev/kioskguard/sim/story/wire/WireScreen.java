package dev.kioskguard.sim.story.wire;

import dev.kioskguard.content.Text;
import dev.kioskguard.device.Key;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import dev.kioskguard.sim.story.LastLooks;
import dev.kioskguard.sim.story.Shown;
import dev.kioskguard.sim.story.Stage.Somebody;
import dev.kioskguard.sim.story.persona.Act;
import dev.kioskguard.sim.story.persona.Answer;
import dev.kioskguard.sim.story.persona.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The customer's screen over the wire, looked at again and again, with somebody before it. */
final class WireScreen {

    /** A screen that is ready so much sooner or later than it was, in wall time, is thought over anew. */
    private static final Duration READY_MOVED = Duration.ofMillis(700);

    private final Supplier<Lines> lines;
    private final Time time;
    private final List<Pattern> trueSentence;
    private final LastLooks looks = new LastLooks();
    private Somebody somebody = Somebody.NOBODY;
    private @Nullable Plan plan;
    private @Nullable String code;
    private @Nullable String pauseCode;

    /** A screen; {@code trueSentence} is that of the comprehension screen, which the wire tells by its words only. */
    WireScreen(Supplier<Lines> lines, Time time, Text trueSentence) {
        this.lines = lines;
        this.time = time;
        this.trueSentence = List.of(filledIn(trueSentence.zh()), filledIn(trueSentence.en()));
    }

    void customer(Somebody now) {
        somebody = now;
        plan = null;
    }

    /** Lets whoever stands there look once, and do what they meant to do by now. */
    void turn() {
        Look look = look();
        Instant now = time.instant();
        Instant ready = now.plus(look.readyIn());
        Plan before = plan;
        if (before == null || !before.stillFits(look, ready, READY_MOVED.multipliedBy(time.pace()))) {
            Optional<Act> act = somebody.looksAt(look);
            plan = new Plan(
                    look.screenId(),
                    ready,
                    act.map(planned -> now.plus(planned.after())).orElse(Instant.MAX),
                    act.map(Act::answer).orElse(null));
        } else if (before.answer() != null && !before.due().isAfter(now)) {
            plan = new Plan(before.screenId(), before.ready(), Instant.MAX, null);
            Optional<String> unused = answer(look, before.answer());
        }
    }

    Look look() {
        JsonNode state = lines.get().page(Call.get("/screen/state"));
        looks.shown(state.path("kind").asString("idle"), state.path("layout").stringValue(null));
        code = state.path("code").stringValue(null);
        if (code != null && state.path("kind").asString("").equals("paused")) {
            pauseCode = code;
        }
        List<Look.Choice> choices = new ArrayList<>();
        for (JsonNode choice : state.path("choices")) {
            choices.add(new Look.Choice(
                    choice.path("id").asString(), means(choice.path("text").asString())));
        }
        return new Look(
                state.path("screenId").asString(""),
                state.path("kind").asString("idle"),
                state.path("question").stringValue(null),
                state.path("topic").stringValue(null),
                choices,
                state.path("typed").path("form").stringValue(null),
                Duration.ofMillis(Math.max(0, state.path("readyInMs").asLong(0)))
                        .multipliedBy(time.pace()));
    }

    /** Returns what the screen tells. */
    Shown shown() {
        return Shown.of(lines.get().page(Call.get("/screen/state")), looks.compared());
    }

    /** Returns the key that means this answer now, if it is offered. */
    Optional<Key> key(String choice) {
        for (JsonNode offered : lines.get().page(Call.get("/screen/state")).path("choices")) {
            if (offered.path("id").asString().equals(choice)) {
                return Key.of(offered.path("key").asString());
            }
        }
        return Optional.empty();
    }

    /** Returns the code that is on the screen, if one is. */
    @Nullable
    String code() {
        Look unused = look();
        return code;
    }

    /** Returns the code that is on a screen that waits for staff. */
    @Nullable
    String codeWhileHeld() {
        return look().kind().equals("held") ? code : null;
    }

    /** Returns the code with which the last paused transfer goes on, if there was one. */
    @Nullable
    String pauseCode() {
        return pauseCode;
    }

    private String means(String text) {
        return trueSentence.stream().anyMatch(form -> form.matcher(text).matches()) ? Offers.TRUE_SENTENCE : text;
    }

    /** Returns what fits a text with its facts filled in; between Chinese characters no space is left then. */
    private static Pattern filledIn(String text) {
        String facts = text.replaceAll("\\{[a-z-]+}", "\\\\E.+\\\\Q");
        return Pattern.compile("\\Q" + facts.replace(" ", "\\E ?\\Q") + "\\E");
    }

    /** Returns why an answer was not taken, or nothing. */
    Optional<String> answer(Look look, Answer answer) {
        var body = new LinkedHashMap<String, String>();
        body.put("screenId", look.screenId());
        if (answer.choice() != null) {
            body.put("choice", answer.choice());
        } else {
            body.put("text", String.valueOf(answer.text()));
        }
        try {
            lines.get().screen().call(Call.post("/screen/answers", body));
            return Optional.empty();
        } catch (GuardRefusedException refused) {
            return Optional.of(refused.status() + " " + refused.detail());
        } catch (GuardUnreachableException unreachable) {
            return Optional.of("no answer");
        }
    }

    /** What somebody means to do, and on which screen. */
    private record Plan(
            String screenId,
            Instant ready,
            Instant due,
            @Nullable Answer answer) {

        boolean stillFits(Look look, Instant now, Duration moved) {
            return look.screenId().equals(screenId)
                    && (look.readyIn().isZero()
                            || Duration.between(ready, now).abs().compareTo(moved) < 0);
        }
    }
}
