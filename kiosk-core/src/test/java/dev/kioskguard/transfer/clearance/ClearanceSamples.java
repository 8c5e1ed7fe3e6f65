package dev.kioskguard.transfer.clearance;

import dev.kioskguard.audit.Head;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One transfer and its clearance, which the tests then bend. */
final class ClearanceSamples {

    static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    static final CanonicalTransfer TRANSFER = new CanonicalTransfer(
            "transfer", "张小明", "6222020200112233", "ICBC", "CNY", 2_000_000, "T-0001", "session-42");

    private ClearanceSamples() {}

    static ClearanceClaims claims() {
        return claims(TRANSFER, UUID.randomUUID().toString());
    }

    static ClearanceClaims claims(CanonicalTransfer transfer, String jti) {
        return new ClearanceClaims(
                jti,
                NOON,
                NOON.plus(Duration.ofMinutes(2)),
                transfer.terminal(),
                transfer.session(),
                "t-1",
                transfer.digest(),
                Tier.GREEN,
                DelayMode.DAY,
                NOON.plus(Duration.ofHours(24)),
                "zh-base@1",
                new Head(7, "ab".repeat(32)));
    }
}
