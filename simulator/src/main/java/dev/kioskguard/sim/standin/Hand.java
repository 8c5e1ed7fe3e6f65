package dev.kioskguard.sim.standin;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import java.util.Map;

/** The customer's hand on the screen. Threadsafe. */
public final class Hand {

    private static final int TAKEN = 200;

    private final GuardConnection guard;

    Hand(GuardConnection guard) {
        this.guard = guard;
    }

    /**
     * Presses a choice and returns the status of the answer: 2xx taken, 409 moved on, 425 too early, 422 not offered.
     */
    public int choose(ScreenView screen, String choice) {
        return answer(Map.of("screenId", screen.screenId(), "choice", choice));
    }

    /** Types a text, with the same answers as {@link #choose}. */
    public int type(ScreenView screen, String text) {
        return answer(Map.of("screenId", screen.screenId(), "text", text));
    }

    private int answer(Map<String, String> body) {
        try {
            guard.call(Call.post("/screen/answers", body));
            return TAKEN;
        } catch (GuardRefusedException e) {
            return e.status();
        }
    }
}
