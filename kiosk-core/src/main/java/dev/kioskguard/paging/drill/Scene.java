package dev.kioskguard.paging.drill;

import static dev.kioskguard.paging.Deed.*;

import dev.kioskguard.paging.Deed;
import java.util.List;
import java.util.Set;

/**
 * What a drill is about, and what would be right there.
 *
 * @param code by which the desk has its words
 * @param tier the word of a transfer's tier
 * @param reasons codes as on a real page
 * @param question the one of {@link #QUESTIONS} that helps this customer
 * @param verdicts deeds that would be right at the end
 */
public record Scene(String code, String tier, List<String> reasons, String question, Set<Deed> verdicts) {

    // @formatter:off
    public static final List<Scene> TABLE = List.of(
        //   what            tier      reasons                                    the question       the end
        scene("on-the-phone", "red",    List.of("call-at-ear", "first-time"),      "ask-the-caller",  CANCEL),
        scene("said-son",     "orange", List.of("in-contact-now", "large-amount"), "ring-the-family", CANCEL, HOLD),
        scene("met-online",   "orange", List.of("met-online", "first-time"),       "talk-aside",      CANCEL, HOLD),
        scene("honest",       "yellow", List.of("help-asked", "elder"),            "talk-aside",      RELEASE));
    // @formatter:on

    /** What may be asked or said: three that help somebody, and two that help nobody. */
    public static final List<String> QUESTIONS =
            List.of("talk-aside", "ask-the-caller", "ring-the-family", "hurry", "blame");

    /** What may be decided in the end; to escalate is no end. */
    public static final Set<Deed> VERDICTS = Set.of(RELEASE, HOLD, CANCEL);

    public Scene {
        reasons = List.copyOf(reasons);
        verdicts = Set.copyOf(verdicts);
    }

    private static Scene scene(String code, String tier, List<String> reasons, String question, Deed... verdicts) {
        return new Scene(code, tier, reasons, question, Set.of(verdicts));
    }
}
