package dev.kioskguard.guard.show;

import dev.kioskguard.content.Question;
import dev.kioskguard.content.Script;
import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which question comes next: the five that everybody is asked, and the one for whom something already speaks against.
 */
public final class Asking {

    public static final String BAIT_SURE = "bait-sure";
    public static final String COACHED = "coached";

    private Asking() {}

    /** Returns the next question's id, or null when all are answered. */
    public static @Nullable String next(Case subject, Script script) {
        Asked asked = subject.asked();
        return wanted(subject, script).stream()
                .filter(question -> !asked.answers().containsKey(question))
                .findFirst()
                .orElse(null);
    }

    /** Returns whether the issuer's registry spares this payer the questions, and only the questions. */
    public static boolean isExempt(Case subject) {
        Relation relation = subject.request().payee().standing().relation();
        return relation != null && relation.skipsQuestions();
    }

    /** Returns whether the purpose and, for who is not exempt, the five questions are answered. */
    public static boolean isComplete(Case subject, Script script) {
        return subject.asked().purpose() != null
                && (isExempt(subject) || subject.asked().answers().keySet().containsAll(five(script)));
    }

    private static List<String> five(Script script) {
        return script.questions().stream()
                .map(Question::id)
                .filter(id -> !id.equals(BAIT_SURE) && !id.equals(COACHED))
                .toList();
    }

    private static List<String> wanted(Case subject, Script script) {
        return script.questions().stream()
                .map(Question::id)
                .filter(id -> !id.equals(BAIT_SURE))
                .filter(id -> !id.equals(COACHED) || subject.judgement().tier() != Tier.GREEN)
                .toList();
    }
}
