package dev.kioskguard.risk;

import dev.kioskguard.risk.PayeeLookUps.Finding;
import dev.kioskguard.transfer.Payee.Standing;
import dev.kioskguard.transfer.Payer.History;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When each fact holds; the thresholds are the policy's for the customer's class. */
final class FactTable {

    private FactTable() {}

    static boolean holds(Fact fact, Facts facts, RiskPolicy policy) {
        Thresholds limit = policy.thresholds(facts.request().payer());
        TransferRequest request = facts.request();
        Standing standing = request.payee().standing();
        History history = request.payer().history();
        return switch (fact) {
            case FIRST_TIME -> isTrue(standing.firstTime());
            case LARGE_AMOUNT -> request.amount().minor() > limit.amountMinor();
            case OTHER_REGION ->
                differ(request.payee().region(), request.payer().region());
            case DAY_TOTAL_LARGE -> history.dayTotal() != null && history.dayTotal() > limit.dayTotalMinor();
            case BALANCE_SHARE_LARGE ->
                history.balanceShare() != null && history.balanceShare() >= limit.balanceShare();
            case VELOCITY -> facts.background().recentTransfers() >= limit.transfers();
            case ANOMALY -> isTrue(history.anomaly());
            case ELDER -> isTrue(history.elder());
            case REMEMBERED_STOP -> facts.background().stopRemembered();
            case LIST_STALE -> isLonger(facts.background().lookUp().listAge(), policy.listAgeMax());
            case LOOKUP_WARNED -> facts.background().lookUp().found() == Finding.WARNED;
            case LOOKUP_SILENT -> facts.background().lookUp().found() == Finding.UNKNOWN;
            case CASH_DEPOSIT -> isDeposit(request);
            case DEPOSIT_TO_ANOTHER -> isDeposit(request) && standing.relation() != Relation.SELF;
            case REGISTERED_RELATION -> isRegistered(standing.relation());
            case OWN_ACCOUNT -> request.isToOwnAccountAtSameBank();
            case FIRST_TIME_DENIED -> isTrue(standing.firstTime()) && facts.answered("first-time", "no");
            case PURPOSE_CHANGED -> purposeChanged(facts);
            case HAPPENING -> facts.happening();
            case UNKNOWN_RELATION -> standing.relation() == null;
            case UNKNOWN_HISTORY -> standing.firstTime() == null;
            case UNKNOWN_REGION -> regionUnknown(request);
            case UNKNOWN_BALANCE -> history.balanceShare() == null;
        };
    }

    private static boolean isDeposit(TransferRequest request) {
        return request.kind() == TransferRequest.Kind.CASH_DEPOSIT;
    }

    private static boolean isTrue(@Nullable Boolean told) {
        return Boolean.TRUE.equals(told);
    }

    private static boolean isLonger(@Nullable Duration age, Duration limit) {
        return age != null && age.compareTo(limit) > 0;
    }

    private static boolean isRegistered(@Nullable Relation relation) {
        return relation != null && relation.skipsQuestions();
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    private static boolean regionUnknown(TransferRequest request) {
        return request.payee().region() == null || request.payer().region() == null;
    }

    private static boolean purposeChanged(Facts facts) {
        String again = facts.answers().get("purpose-again");
        return again != null && !again.equals(facts.answers().get("purpose"));
    }
}
