package dev.kioskguard.sim.measure.prompt;

import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.transfer.TransferRequest;

/** Requests whose tier the host's word alone decides, before anything is answered. */
final class Requests {

    private static final long SMALL = 200_000;
    private static final long LARGE = 6_000_000;
    private static final long DAY_TOTAL = 40_000_000;

    private Requests() {}

    static TransferRequest of(Tier tier) {
        return switch (tier) {
            case GREEN -> request(SMALL, false, new Payer.History(null, false, SMALL, 0.1, false));
            case YELLOW -> request(LARGE, false, new Payer.History(null, false, LARGE, 0.1, false));
            case ORANGE -> request(LARGE, true, new Payer.History(null, false, DAY_TOTAL, 0.1, false));
            case RED -> request(LARGE, true, new Payer.History(null, false, DAY_TOTAL, 0.9, true));
        };
    }

    private static TransferRequest request(long minor, boolean first, Payer.History history) {
        var standing = new Payee.Standing(Relation.NONE, first, false);
        return new TransferRequest(
                TransferRequest.Kind.TRANSFER,
                new Money("CNY", minor),
                new Payee("李明", "6222020000000000109", "示范银行", "310000", standing),
                new Payer(null, "示范银行", "310000", history),
                null);
    }
}
