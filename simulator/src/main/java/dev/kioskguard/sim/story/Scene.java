package dev.kioskguard.sim.story;

import dev.kioskguard.sim.staff.persona.Shift;
import dev.kioskguard.sim.staff.persona.StaffPersona;
import dev.kioskguard.sim.story.persona.Act;
import dev.kioskguard.sim.story.persona.Answer;
import dev.kioskguard.sim.story.persona.Errand;
import dev.kioskguard.sim.story.persona.Look;
import dev.kioskguard.sim.story.persona.Persona;
import dev.kioskguard.sim.story.persona.Personas;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A story while it is played: the stage, who stands before the screen, and what they have come for. */
public final class Scene {

    /** How long a step waits for the screen that it wants to answer, in the stage's time. */
    static final Duration SCREEN_WAIT = Duration.ofMinutes(3);

    /** The answer that is right, whatever form the changing text has. */
    public static final String RIGHT = "right";

    /** An answer to a changing text that is not right. */
    public static final String MISTAKEN = "mistaken";

    private final Stage stage;
    private final Story.Given given;
    private final RandomGenerator chance;
    private @Nullable Persona persona;
    private boolean personaHasBegun;
    private @Nullable Errand errand;
    private boolean deceived;
    private Predicate<Look> kept = look -> false;

    Scene(Stage stage, Story.Given given, RandomGenerator chance) {
        this.stage = stage;
        this.given = given;
        this.chance = chance;
    }

    public Stage stage() {
        return stage;
    }

    public Story.Given given() {
        return given;
    }

    /** Asks for a transfer, in the story's language where the body names none. */
    public void ask(ObjectNode body, TransferRequest request) {
        ObjectNode whole = body.deepCopy();
        if (!whole.has("language")) {
            whole.put("language", given.language());
        }
        errand = new Errand(request, null);
        stage.bank().ask(whole);
    }

    /** Has a character answer from here on, beside the steps that follow, until the transfer ends. */
    public void play(Personas character) {
        persona = character.customer(chance);
        deceived = character == Personas.COACHED;
        personaHasBegun = false;
        stage.customer(this::looksAt);
    }

    /** Puts staff on duty from here on, by their roles; who is right is told by whom the customer plays. */
    public void onDuty(Map<String, StaffPersona> people) {
        stage.branch().onDuty(new Shift(people), () -> deceived);
    }

    /** Lets time go by; with nobody at the machine, a character stands aside meanwhile. */
    public void pass(Duration span, boolean nobodyThere) {
        if (nobodyThere) {
            kept = look -> true;
            stage.customer(this::looksAt);
        }
        stage.await(span, () -> false);
        if (nobodyThere) {
            release();
        }
    }

    /** Waits until a screen is there and ready, and answers it; a character leaves that one to the story. */
    public void answer(Predicate<Look> which, String name, Answer answer) {
        Look before = stage.look();
        kept = which;
        stage.customer(this::looksAt);
        boolean there = stage.await(SCREEN_WAIT, () -> isReady(stage.look(), which, answer));
        Look now = stage.look();
        if (!there) {
            throw new StoryFailedException("expected the screen %s to answer, there was %s and later %s"
                    .formatted(name, before.name(), now.name()));
        }
        Answer meant = meant(now, answer);
        Optional<String> refused = stage.machine().answer(now, meant);
        if (refused.isPresent()) {
            throw new StoryFailedException("expected %s to be taken on the screen %s, there was '%s'; it offers %s"
                    .formatted(
                            meant,
                            now.name(),
                            refused.get(),
                            now.choices().stream().map(Look.Choice::id).toList()));
        }
        note(now, meant);
        release();
    }

    private static boolean isReady(Look look, Predicate<Look> which, Answer answer) {
        boolean taken = look.readyIn().isZero() || Look.AT_ANY_TIME.contains(String.valueOf(answer.choice()));
        return which.test(look) && taken;
    }

    private Answer meant(Look look, Answer answer) {
        if (RIGHT.equals(answer.choice()) || RIGHT.equals(answer.text())) {
            return errand == null ? answer : errand.right(look).orElse(answer);
        }
        if (MISTAKEN.equals(answer.choice())) {
            return errand == null ? answer : errand.mistaken(look).orElse(answer);
        }
        String text = answer.text();
        return text != null && look.typed() == null
                ? look.meaning(text).map(Answer::press).orElse(answer)
                : answer;
    }

    private void release() {
        kept = look -> false;
        stage.customer(this::looksAt);
    }

    private Optional<Act> looksAt(Look look) {
        Persona present = persona;
        Errand known = errand;
        if (present == null || known == null) {
            return Optional.empty();
        }
        if (look.kind().equals("result")) {
            // What still stands there from an earlier transfer is not the end of this one.
            persona = personaHasBegun ? null : present;
            return Optional.empty();
        }
        if (kept.test(look)) {
            return Optional.empty();
        }
        personaHasBegun = true;
        Optional<Act> act = present.consider(look, known);
        act.ifPresent(planned -> note(look, planned.answer()));
        return act;
    }

    private void note(Look look, Answer answer) {
        if (look.is("ask-purpose") && answer.choice() != null && errand != null) {
            errand = errand.saying(answer.choice());
        }
    }
}
