package dev.kioskguard.risk;

import static dev.kioskguard.risk.EvidenceKind.ANSWERS;
import static dev.kioskguard.risk.EvidenceKind.BEHAVIOUR;
import static dev.kioskguard.risk.EvidenceKind.CAMERA;
import static dev.kioskguard.risk.EvidenceKind.HOST;

import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policy that the guard is shipped with. */
public final class UsualPolicy {

    /** 50,000 yuan in fen: above it the field's rules want a certificate or signature (V7). */
    private static final long LARGE_AMOUNT_MINOR = 5_000_000;

    /** 300,000 yuan in fen a day: the large-amount reminder for a person (V7). */
    private static final long LARGE_DAY_TOTAL_MINOR = 30_000_000;

    // @formatter:off
    private static final List<RiskRule> RULES = List.of(
        rule("remembered-stop",         null,      5, Condition.of(Fact.REMEMBERED_STOP)),
        rule("happening",               ANSWERS,   5, Condition.of(Fact.HAPPENING)),
        rule("coached",                 ANSWERS,   5, Condition.answered("coached", "yes")),
        rule("stranger",                ANSWERS,   2, Condition.answered("know-payee", "stranger")),
        rule("met-online",              ANSWERS,   2, Condition.answered("know-payee", "met-online")),
        rule("met-by-phone",            ANSWERS,   2, Condition.answered("how-met", "by-phone", "group")),
        rule("in-contact-now",          null,      1, Condition.answered("contact-now", "phone", "wechat", "qq", "other")),
        rule("first-time-contradicted", ANSWERS,   3, Condition.of(Fact.FIRST_TIME_DENIED)),
        rule("purpose-contradicted",    ANSWERS,   3, Condition.of(Fact.PURPOSE_CHANGED)),
        rule("first-time",              null,      1, Condition.of(Fact.FIRST_TIME)),
        rule("large-amount",            null,      2, Condition.of(Fact.LARGE_AMOUNT)),
        rule("other-region",            null,      1, Condition.of(Fact.OTHER_REGION)),
        rule("day-total-large",         null,      2, Condition.of(Fact.DAY_TOTAL_LARGE)),
        rule("balance-share-large",     null,      2, Condition.of(Fact.BALANCE_SHARE_LARGE)),
        rule("anomaly",                 HOST,      3, Condition.of(Fact.ANOMALY)),
        seen(Signal.CALL_AT_EAR,        CAMERA,    2),
        seen(Signal.PHONE_IN_HAND,      CAMERA,    1),
        seen(Signal.PAPER_NOTE,         CAMERA,    1),
        seen(Signal.READING_HELD,       CAMERA,    1),
        seen(Signal.LOOKING_AWAY_OFTEN, CAMERA,    1),
        seen(Signal.SECOND_PERSON,      CAMERA,    2),
        seen(Signal.FACE_COVERED,       null,      0),
        seen(Signal.CAMERA_BLIND,       null,      0),
        seen(Signal.DICTATED_KEYING,    BEHAVIOUR, 2),
        seen(Signal.HESITATION,         BEHAVIOUR, 1),
        seen(Signal.CORRECTIONS,        BEHAVIOUR, 1),
        seen(Signal.LANGUAGE_SWITCH,    BEHAVIOUR, 1),
        seen(Signal.FAST_REPEATED_CONFIRM, BEHAVIOUR, 1),
        // What the host did not tell raises nothing, and the auditor can see that it was not told.
        rule("unknown-relation",        null,      0, Condition.of(Fact.UNKNOWN_RELATION)),
        rule("unknown-history",         null,      0, Condition.of(Fact.UNKNOWN_HISTORY)),
        rule("unknown-region",          null,      0, Condition.of(Fact.UNKNOWN_REGION)),
        rule("unknown-balance",         null,      0, Condition.of(Fact.UNKNOWN_BALANCE)),
        rule("exempt-relation",         null,      0, Condition.of(Fact.REGISTERED_RELATION)),
        rule("own-account-same-bank",   null,      0, Condition.of(Fact.OWN_ACCOUNT)));
    // @formatter:on

    public static final RiskPolicy USUAL = new RiskPolicy(
            "2",
            new RiskPolicy.Points(2, 5, 9),
            Map.of(RiskPolicy.STANDARD, new Thresholds(LARGE_AMOUNT_MINOR, LARGE_DAY_TOTAL_MINOR, 0.8, 4)),
            RULES,
            Duration.ofHours(24),
            Duration.ofHours(24));

    private UsualPolicy() {}

    private static RiskRule rule(String reason, @Nullable EvidenceKind kind, int points, Condition when) {
        return new RiskRule(reason, kind, points, 0, when);
    }

    private static RiskRule seen(Signal signal, @Nullable EvidenceKind kind, int points) {
        return new RiskRule(signal.reason(), kind, points, 0, Condition.seen(signal));
    }
}
