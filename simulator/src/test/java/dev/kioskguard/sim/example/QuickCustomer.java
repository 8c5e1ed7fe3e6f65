package dev.kioskguard.sim.example;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.standin.Customer;
import dev.kioskguard.sim.standin.Hand;
import dev.kioskguard.sim.standin.Honest;
import dev.kioskguard.sim.standin.ScreenView;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An honest customer at the real page's address, who hears every clip at once and answers as soon as it may be. */
final class QuickCustomer implements Customer, AutoCloseable {

    private static final int TOO_EARLY = 425;
    private static final int AGAIN_AFTER_MILLIS = 30;

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
                : hand.type(shown, Honest.typed(typed.asString().equals("amount")));
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
            return question.equals("bait-sure") ? "yes" : Honest.answer(question);
        }
        return StreamSupport.stream(shown.body().path("choices").spliterator(), false)
                .filter(one -> !one.path("id").asString("").startsWith("surname-")
                        || one.path("text").asString("").contains("张"))
                .map(one -> one.path("id").asString(""))
                .filter(Honest::may)
                .findFirst()
                .orElse("none");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
