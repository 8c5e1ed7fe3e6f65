package dev.kioskguard.sim.story.persona;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The characters that a story may send to the machine, by the contract's words. */
public enum Personas {
    /** Reads and answers with the truth. */
    HONEST,
    /** Presses the first thing that goes on as soon as it may. */
    HURRIED,
    /** Is slow, and has what matters said again. */
    ELDER,
    /** Says what a caller would have them say. */
    COACHED,
    /** Does anything that a screen offers, drawn from the seed. */
    RANDOM;

    private static final Duration USUAL_READING = Duration.ofSeconds(1);
    private static final Duration SLOW_READING = Duration.ofSeconds(20);
    private static final Duration DAWDLING_MAX = Duration.ofSeconds(30);
    private static final Set<String> SAID_AGAIN = Set.of("warning", "confirm");

    public static Optional<Personas> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a new customer of this character. */
    public Persona customer(RandomGenerator chance) {
        return switch (this) {
            case HONEST -> new Talker(USUAL_READING, Truth::of);
            case HURRIED -> Personas::firstThing;
            case ELDER -> elder(new Talker(SLOW_READING, Truth::of));
            case COACHED -> coached(chance.nextBoolean() ? "family-support" : "renovation");
            case RANDOM -> (look, errand) -> anything(look, errand, chance);
        };
    }

    private static Persona coached(String excuse) {
        return new Talker(USUAL_READING, (question, errand) -> switch (question) {
            case "ask-purpose" -> excuse;
            case "know-payee" -> "relative";
            // The caller's story is that of an old acquaintance, whatever the bank knows.
            case "first-time" -> "no";
            // Whoever was told a story has not been told its details.
            case "renovation-quote" -> "no-quote";
            default -> Truth.of(question, errand);
        });
    }

    private static Persona elder(Persona reader) {
        // A screen is looked at again whenever it changes; what is said again is the first of its kind.
        Map<String, String> first = new HashMap<>();
        return (look, errand) -> SAID_AGAIN.contains(look.kind())
                        && look.offers("repeat")
                        && look.screenId().equals(first.computeIfAbsent(look.kind(), kind -> look.screenId()))
                ? Optional.of(new Act(look.readyIn().plus(SLOW_READING), Answer.press("repeat")))
                : reader.consider(look, errand);
    }

    private static Optional<Act> firstThing(Look look, Errand errand) {
        if (look.typed() != null) {
            return errand.right(look).map(answer -> new Act(look.readyIn(), answer));
        }
        return look.goingOn().stream().findFirst().map(first -> new Act(look.readyIn(), Answer.press(first.id())));
    }

    private static Optional<Act> anything(Look look, Errand errand, RandomGenerator chance) {
        Duration after = look.readyIn().plusMillis(chance.nextLong(DAWDLING_MAX.toMillis()));
        if (look.typed() != null && chance.nextBoolean()) {
            return errand.right(look).map(answer -> new Act(after, answer));
        }
        List<Look.Choice> all = chance.nextInt(8) == 0 ? look.choices() : look.answers();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Act(
                        after, Answer.press(all.get(chance.nextInt(all.size())).id())));
    }
}
