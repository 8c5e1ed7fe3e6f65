package dev.kioskguard.sim.example;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.standin.Customer;
import dev.kioskguard.sim.standin.Hand;
import dev.kioskguard.sim.standin.ScreenView;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An honest customer at the real page's address, who hears every clip at once and answers as soon as it may be. */
final class QuickCustomer implements Customer, AutoCloseable {

    private static final int TOO_EARLY = 425;
    private static final int AGAIN_AFTER_MILLIS = 30;
    private static final Map<String, String> ANSWERS = Map.of(
            "know-payee", "friend",
            "how-met", "in-person",
            "first-time", "no",
            "contact-now", "nobody",
            "purpose-again", "family-support",
            "coached", "no");

    /** True answers of somebody else. */
    private static final Set<String> NOT_GOING_ON = Set.of("happening", "not-yet", "wrong");

    private final GuardConnection screen;
    private final String purpose;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    QuickCustomer(GuardConnection screen, String purpose) {
        this.screen = screen;
        this.purpose = purpose;
    }

    @Override
    public void looksAt(ScreenView shown, Hand hand) {
        if (!thread.isShutdown()
                && !shown.kind().equals("idle")
                && !shown.kind().equals("result")) {
            thread.execute(() -> {
                if (shown.kind().equals("warning")) {
                    hears(shown);
                }
                answers(shown, hand);
            });
        }
    }

    private void hears(ScreenView shown) {
        try {
            screen.call(Call.post(
                    "/screen/proofs",
                    Map.of("screenId", shown.screenId(), "channel", "voice", "ok", true, "detail", "heard")));
        } catch (GuardRefusedException e) {
            // Another screen is shown by now; its proof is another one.
        }
    }

    private void answers(ScreenView shown, Hand hand) {
        JsonNode typed = shown.body().path("typed").path("form");
        int status = typed.isMissingNode()
                ? hand.choose(shown, choice(shown))
                : hand.type(shown, typed.asString().equals("amount") ? "20000" : "1234");
        if (status == TOO_EARLY) {
            var unused = thread.schedule(() -> answers(shown, hand), AGAIN_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private String choice(ScreenView shown) {
        if (shown.kind().equals("ask-purpose")) {
            return purpose;
        }
        if (shown.kind().equals("ask")) {
            String question = shown.body().path("question").asString("");
            return question.equals("bait-sure") ? "yes" : ANSWERS.getOrDefault(question, "no");
        }
        return StreamSupport.stream(shown.body().path("choices").spliterator(), false)
                .filter(one -> !one.path("id").asString("").startsWith("surname-")
                        || one.path("text").asString("").contains("张"))
                .map(one -> one.path("id").asString(""))
                .filter(id -> !NOT_GOING_ON.contains(id))
                .findFirst()
                .orElse("none");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
