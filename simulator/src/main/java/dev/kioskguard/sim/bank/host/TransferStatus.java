package dev.kioskguard.sim.bank.host;

import java.util.Arrays;
import java.util.Locale;

/** What has become of the money of one transfer. */
public enum TransferStatus {
    PAID,
    PENDING,
    CANCELLED,
    REFUSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TransferStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the ledger holds an unknown status"));
    }
}
