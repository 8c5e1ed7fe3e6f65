package dev.kioskguard.sim.whole;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Somebody who reads each screen, waits until it takes an answer, and gives the one that is true. */
final class HonestCustomer implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(15);

    /** Reading takes longer than a browser needs to prove what it shows. */
    private static final Duration READS_FOR = Duration.ofMillis(300);

    private static final Set<String> READ_WITH_CARE = Set.of("warning", "confirm", "confirm-again");

    private static final Map<String, String> TRUTH = Map.of(
            "know-payee", "friend",
            "how-met", "in-person",
            "first-time", "yes",
            "contact-now", "nobody",
            "coached", "no",
            "purpose-again", "family-support");

    private static final Map<String, String> TYPED = Map.of(
            "amount", "20000",
            "last-four", Person.ACCOUNT.substring(Person.ACCOUNT.length() - 4),
            "surname", Person.PAYEE.substring(0, 1));

    private final GuardConnection screen;
    private final Consumer<JsonNode> before;
    private final BiConsumer<JsonNode, Map<String, String>> hand;
    private final String purpose;
    private String reading = "";
    private int looks;
    private final ScheduledExecutorService eyes = Executors.newSingleThreadScheduledExecutor();

    /** Sits down before the screen; {@code before} is shown each screen just before it is answered. */
    HonestCustomer(GuardConnection screen, String purpose, Consumer<JsonNode> before) {
        this(screen, purpose, before, (shown, answer) -> screen.call(Call.post("/screen/answers", answer)));
    }

    private HonestCustomer(
            GuardConnection screen,
            String purpose,
            Consumer<JsonNode> before,
            BiConsumer<JsonNode, Map<String, String>> hand) {
        this.screen = screen;
        this.purpose = purpose;
        this.before = before;
        this.hand = hand;
        var unused = eyes.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    static HonestCustomer at(GuardConnection screen) {
        return new HonestCustomer(screen, "family-support", shown -> {});
    }

    /** Sits down before a screen that cannot be touched, and presses the keys that it names. */
    static HonestCustomer onKeys(Person person) {
        return new HonestCustomer(person.screen(), "family-support", shown -> {}, (shown, answer) -> {
            if (answer.containsKey("text")) {
                answer.get("text").chars().forEach(digit -> person.press(Character.toString(digit)));
                person.press("enter");
            } else {
                person.press(StreamSupport.stream(shown.path("choices").spliterator(), false)
                        .filter(choice -> choice.path("id").asString().equals(answer.get("choice")))
                        .map(choice -> choice.path("key").asString())
                        .findFirst()
                        .orElseThrow());
            }
        });
    }

    private void look() {
        try {
            JsonNode shown = screen.call(Call.get("/screen/state"));
            long readyInMs = shown.path("readyInMs").asLong();
            boolean withCare = READ_WITH_CARE.contains(shown.path("kind").asString());
            if (readyInMs <= 0 && (!withCare || hasRead(shown.path("screenId").asString()))) {
                answer(shown).ifPresent(answer -> {
                    before.accept(shown);
                    hand.accept(shown, answer);
                });
            }
        } catch (GuardRefusedException | GuardUnreachableException e) {
            // The screen has moved on, or nobody is there: the next look will show.
        }
    }

    private boolean hasRead(String screenId) {
        if (!screenId.equals(reading)) {
            reading = screenId;
            looks = 0;
        }
        return ++looks >= READS_FOR.dividedBy(LOOK_EVERY);
    }

    private Optional<Map<String, String>> answer(JsonNode shown) {
        String id = shown.path("screenId").asString();
        JsonNode typed = shown.path("typed");
        if (typed.isObject()) {
            return Optional.of(
                    Map.of("screenId", id, "text", TYPED.get(typed.path("form").asString())));
        }
        return choice(shown).map(choice -> Map.of("screenId", id, "choice", choice));
    }

    private Optional<String> choice(JsonNode shown) {
        return switch (shown.path("kind").asString()) {
            case "ask-purpose" -> Optional.of(purpose);
            case "ask" -> Optional.of(TRUTH.getOrDefault(shown.path("question").asString(), "yes"));
            case "warning" -> Optional.of(offers(shown, "understood") ? "understood" : "not-happening");
            case "reminder" -> Optional.of("understood");
            case "confirm" -> Optional.of("confirm");
            case "confirm-again" ->
                StreamSupport.stream(shown.path("choices").spliterator(), false)
                        .filter(choice -> choice.path("text").asString().equals(TYPED.get("surname")))
                        .map(choice -> choice.path("id").asString())
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static boolean offers(JsonNode shown, String id) {
        return StreamSupport.stream(shown.path("choices").spliterator(), false)
                .anyMatch(choice -> choice.path("id").asString().equals(id));
    }

    @Override
    public void close() {
        eyes.shutdownNow();
    }
}
