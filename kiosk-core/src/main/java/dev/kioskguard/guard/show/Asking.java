package dev.kioskguard.guard.show;

import dev.kioskguard.content.Question;
import dev.kioskguard.content.Script;
import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.risk.Condition;
import dev.kioskguard.risk.Facts;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.Tier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which question comes next: the five that everybody is asked, those that the policy wants of this customer, and from
 * orange on the likeliest tricks, one by one.
 */
public final class Asking {

    public static final String BAIT_SURE = "bait-sure";

    /** How many tricks are described from orange on. */
    private static final int TRICKS_ASKED = 3;

    private Asking() {}

    /** Returns the next question's id, or null when all are answered. */
    public static @Nullable String next(Case subject, Showing showing) {
        Asked asked = subject.asked();
        return Stream.concat(wanted(subject, showing), tricks(subject, showing))
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

    /** The questions that everybody is asked, whatever they answer. */
    private static List<String> five(Script script) {
        return script.questions().stream()
                .filter(question -> question.when().equals(Condition.ALWAYS))
                .map(Question::id)
                .filter(id -> !id.equals(BAIT_SURE))
                .toList();
    }

    private static Stream<String> wanted(Case subject, Showing showing) {
        return showing.script().questions().stream()
                .filter(question -> !question.id().equals(BAIT_SURE))
                .filter(question -> question.when()
                        .holds(
                                showing.facts(),
                                subject.judgement().tier(),
                                showing.policy().risk()))
                .map(Question::id);
    }

    /** From orange on the likeliest tricks are described one by one: there is no answer that denies all of them. */
    private static Stream<String> tricks(Case subject, Showing showing) {
        if (subject.judgement().tier().compareTo(Tier.ORANGE) < 0) {
            return Stream.empty();
        }
        return Fitting.ranked(subject, showing).stream()
                .limit(TRICKS_ASKED)
                .map(scam -> Facts.SCAM_QUESTION + scam.id());
    }
}
