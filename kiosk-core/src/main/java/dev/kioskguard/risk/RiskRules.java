package dev.kioskguard.risk;

import static dev.kioskguard.risk.EvidenceKind.ANSWERS;
import static dev.kioskguard.risk.EvidenceKind.BEHAVIOUR;
import static dev.kioskguard.risk.EvidenceKind.CAMERA;
import static dev.kioskguard.risk.EvidenceKind.HOST;

import dev.kioskguard.transfer.Payee.Standing;
import dev.kioskguard.transfer.Payer.History;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.vision.Signal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What raises a transfer's tier: each rule a code, its points, the kind of evidence it is, and when it holds. */
public final class RiskRules {

    /** Changes with every change of a rule, so that a verdict can be judged by the rules of its day. */
    public static final String VERSION = "1";

    static final int YELLOW_POINTS = 2;
    static final int ORANGE_POINTS = 5;
    static final int RED_POINTS = 9;

    /** 50,000 yuan in fen: above it the field's rules want a certificate or signature (V7). */
    static final long LARGE_AMOUNT_MINOR = 5_000_000;

    /** 300,000 yuan in fen a day: the large-amount reminder for a person (V7). */
    static final long LARGE_DAY_TOTAL_MINOR = 30_000_000;

    static final double LARGE_BALANCE_SHARE = 0.8;

    private static final String[] SOMEBODY = {"phone", "wechat", "qq", "other"};

    // @formatter:off
    static final List<Rule> RULES = List.of(
        rule("remembered-stop",          null,      ORANGE_POINTS, Facts::stopRemembered),
        rule("coached",                  ANSWERS,   ORANGE_POINTS, f -> f.answered("coached", "yes")),
        rule("stranger",                 ANSWERS,   2, f -> f.answered("know-payee", "stranger")),
        rule("met-online",               ANSWERS,   2, f -> f.answered("know-payee", "met-online")),
        rule("met-by-phone",             ANSWERS,   2, f -> f.answered("how-met", "by-phone", "group")),
        rule("in-contact-now",           null,      1, f -> f.answered("contact-now", SOMEBODY)),
        rule("first-time-contradicted",  ANSWERS,   3, RiskRules::firstTimeDenied),
        rule("purpose-contradicted",     ANSWERS,   3, RiskRules::purposeChanged),
        rule("first-time",               null,      1, f -> isTrue(standing(f).firstTime())),
        rule("large-amount",             null,      2, f -> f.request().amount().minor() > LARGE_AMOUNT_MINOR),
        rule("other-region",             null,      1, RiskRules::regionsDiffer),
        rule("day-total-large",          null,      2, f -> above(history(f).dayTotal(), LARGE_DAY_TOTAL_MINOR)),
        rule("balance-share-large",      null,      2, RiskRules::takesNearlyAll),
        rule("anomaly",                  HOST,      3, f -> isTrue(history(f).anomaly())),
        seen(Signal.CALL_AT_EAR,         CAMERA,    2),
        seen(Signal.PHONE_IN_HAND,       CAMERA,    1),
        seen(Signal.PAPER_NOTE,          CAMERA,    1),
        seen(Signal.READING_HELD,        CAMERA,    1),
        seen(Signal.LOOKING_AWAY_OFTEN,  CAMERA,    1),
        seen(Signal.SECOND_PERSON,       CAMERA,    2),
        seen(Signal.FACE_COVERED,        null,      0),
        seen(Signal.CAMERA_BLIND,        null,      0),
        seen(Signal.DICTATED_KEYING,     BEHAVIOUR, 2),
        seen(Signal.HESITATION,          BEHAVIOUR, 1),
        seen(Signal.CORRECTIONS,         BEHAVIOUR, 1),
        seen(Signal.LANGUAGE_SWITCH,     BEHAVIOUR, 1),
        seen(Signal.FAST_REPEATED_CONFIRM, BEHAVIOUR, 1),
        // What the host did not tell raises nothing, and the auditor can see that it was not told.
        rule("unknown-relation",         null,      0, f -> standing(f).relation() == null),
        rule("unknown-history",          null,      0, f -> standing(f).firstTime() == null),
        rule("unknown-region",           null,      0, f -> regionUnknown(f)),
        rule("unknown-balance",          null,      0, f -> history(f).balanceShare() == null),
        rule("exempt-relation",          null,      0, RiskRules::isExempt),
        rule("own-account-same-bank",    null,      0, f -> f.request().isToOwnAccountAtSameBank()));
    // @formatter:on

    private RiskRules() {}

    /** Returns tier and reasons of these facts: the same facts, the same judgement. */
    public static Judgement judge(Facts facts) {
        List<Rule> holding =
                RULES.stream().filter(rule -> rule.when.test(facts)).toList();
        int points = holding.stream().mapToInt(Rule::points).sum();
        var kinds = EnumSet.noneOf(EvidenceKind.class);
        holding.stream().map(Rule::kind).filter(Objects::nonNull).forEach(kinds::add);
        Tier floor = kinds.size() >= Judgement.KINDS_FOR_PAGE ? Tier.ORANGE : Tier.GREEN;
        return new Judgement(
                tierOf(points).atLeast(floor), holding.stream().map(Rule::code).toList(), kinds);
    }

    static Tier tierOf(int points) {
        if (points >= RED_POINTS) {
            return Tier.RED;
        }
        if (points >= ORANGE_POINTS) {
            return Tier.ORANGE;
        }
        return points >= YELLOW_POINTS ? Tier.YELLOW : Tier.GREEN;
    }

    private static boolean firstTimeDenied(Facts facts) {
        return isTrue(standing(facts).firstTime()) && facts.answered("first-time", "no");
    }

    private static boolean purposeChanged(Facts facts) {
        String again = facts.answers().get("purpose-again");
        return again != null && !again.equals(facts.answers().get("purpose"));
    }

    private static boolean regionsDiffer(Facts facts) {
        String payee = facts.request().payee().region();
        return payee != null
                && facts.request().payer().region() != null
                && !payee.equals(facts.request().payer().region());
    }

    private static boolean regionUnknown(Facts facts) {
        return facts.request().payee().region() == null
                || facts.request().payer().region() == null;
    }

    private static boolean takesNearlyAll(Facts facts) {
        Double share = history(facts).balanceShare();
        return share != null && share >= LARGE_BALANCE_SHARE;
    }

    private static boolean isExempt(Facts facts) {
        Relation relation = standing(facts).relation();
        return relation != null && relation.skipsQuestions();
    }

    private static Standing standing(Facts facts) {
        return facts.request().payee().standing();
    }

    private static History history(Facts facts) {
        return facts.request().payer().history();
    }

    private static boolean isTrue(@Nullable Boolean told) {
        return Boolean.TRUE.equals(told);
    }

    private static boolean above(@Nullable Long told, long limit) {
        return told != null && told > limit;
    }

    private static Rule rule(String code, @Nullable EvidenceKind kind, int points, Predicate<Facts> when) {
        return new Rule(code, kind, points, when);
    }

    private static Rule seen(Signal signal, @Nullable EvidenceKind kind, int points) {
        return new Rule(signal.reason(), kind, points, facts -> facts.signals().contains(signal));
    }

    record Rule(String code, @Nullable EvidenceKind kind, int points, Predicate<Facts> when) {}
}
