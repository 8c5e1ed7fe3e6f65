package dev.kioskguard.guard.show;

import dev.kioskguard.content.Scam;
import dev.kioskguard.content.Script;
import dev.kioskguard.guard.screen.Screen.Typed;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.transfer.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which text of the content pack a stage shows, and the facts that go into it. */
final class Texts {

    /**
     * Whoever stands behind the customer reads the screen too: not what was told of somebody, nor who was seen.
     */
    private static final Set<String> NEVER_SHOWN = Set.of("silent-help", "second-person", "coached", "happening");

    /** The reason of a hold of which nothing else may be shown; staff say the rest face to face. */
    private static final String IN_PERSON = "check-in-person";

    /** What the texts begin with that say that the money goes. */
    static final String CLEARED = "result.cleared.";

    private static final Set<String> STRANGERS = Set.of("stranger", "met-online");

    private Texts() {}

    static String id(Case subject, @Nullable Typed typed, Showing showing) {
        return switch (subject.stage()) {
            case REQUESTED, ASK_PURPOSE -> "ask-purpose";
            case BAIT_SURE -> "ask.bait-sure";
            case ASK -> "ask." + subject.asked().question();
            case WARNING -> warning(subject, showing);
            case HANG_UP -> "hang-up";
            case REMIND_BEWARE -> "reminder.beware";
            case REMIND_FAMILY -> "reminder.family";
            case REMIND_TRUE -> "reminder.true";
            case COMPREHENSION -> "comprehension";
            case CONFIRM -> "confirm." + subject.proof().offered().word();
            case CONFIRM_AGAIN -> "confirm-again." + (typed == null ? Typed.SURNAME : typed).word();
            case HELD -> held(subject);
            case PAUSED -> "paused";
            case CLEARED ->
                subject.against().contains("cheated")
                        ? "result.cheated"
                        : CLEARED + subject.proof().mode().word();
            case STOPPED -> stopped(subject, showing.script());
            case WITHDRAWN -> "result.withdrawn";
            case EXPIRED -> "result.expired";
            case REFUSED -> "result.refused";
        };
    }

    private static String stopped(Case subject, Script script) {
        String bait = subject.asked().bait();
        boolean fraud = subject.against().contains("bait-confirmed")
                || subject.against().contains("happening");
        if (!fraud) {
            return "result.stopped.customer";
        }
        return bait != null && script.baits().contains(bait) ? "stop." + bait : "result.stopped.bait";
    }

    /** The most specific thing that is known comes first; a general word stands only where nothing is known. */
    private static String warning(Case subject, Showing showing) {
        Optional<Scam> likeliest = Fitting.likeliest(subject, showing);
        if (likeliest.isPresent()) {
            return "warning." + likeliest.get().id();
        }
        if (subject.judgement().reasons().contains("call-at-ear")) {
            return "warning.call";
        }
        if (STRANGERS.contains(subject.asked().answers().getOrDefault("know-payee", ""))) {
            return "warning.stranger";
        }
        String purpose = subject.asked().purpose();
        return purpose == null ? "warning.general" : "warning." + purpose;
    }

    private static String held(Case subject) {
        if (subject.care().askedByCustomer()) {
            return "held.asked";
        }
        return subject.judgement().tier() == Tier.RED ? "held.red" : "held.staff";
    }

    /** Returns the facts by the placeholder's name: masked where a bystander could read them. */
    static Map<String, String> arguments(Case subject, Showing showing) {
        Payee payee = subject.request().payee();
        var facts = new LinkedHashMap<String, String>();
        facts.put("payee", payee.maskedName());
        facts.put("surname", payee.surname());
        facts.put("account", payee.lastFour());
        facts.put("amount", subject.request().amount().printed());
        facts.put("currency", subject.request().amount().currency());
        put(facts, "code", subject.care().code());
        put(facts, "bait", subject.asked().bait());
        Verdict verdict = subject.verdict();
        if (verdict != null) {
            verdict.reasons().stream()
                    .filter(reason -> !NEVER_SHOWN.contains(reason))
                    .findFirst()
                    .ifPresent(reason -> facts.put("reason", reason));
        } else if (subject.stage() == Stage.HELD) {
            facts.put("reason", whyHeld(subject, showing));
        }
        if (verdict != null && verdict.release() != null) {
            facts.put("until", verdict.release().until().toString());
        }
        DelayMode mode = subject.proof().mode();
        facts.put("mode", mode.word());
        return facts;
    }

    private static String whyHeld(Case subject, Showing showing) {
        Stream<String> found = subject.judgement().reasons().stream()
                .filter(reason -> showing.policy().risk().weighs(reason));
        return Stream.concat(subject.against().stream(), found)
                .filter(reason -> !NEVER_SHOWN.contains(reason))
                .findFirst()
                .orElse(IN_PERSON);
    }

    private static void put(Map<String, String> facts, String name, @Nullable String fact) {
        if (fact != null) {
            facts.put(name, fact);
        }
    }
}
