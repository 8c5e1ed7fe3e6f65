package dev.kioskguard.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ConfigException;
import dev.kioskguard.app.config.FileWatch;
import dev.kioskguard.app.list.SuspectList;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.risk.PayeeLookUps;
import dev.kioskguard.risk.PayeeLookUps.Finding;
import dev.kioskguard.risk.RandomFacts;
import dev.kioskguard.transfer.TransferRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookUpsTest {

    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
    private static final TransferRequest REQUEST = new RandomFacts(1).request();

    private static LookUp look(@Nullable FileWatch<SuspectList> suspects, @Nullable PayeeLookUps bank) {
        try (var lookUps = new LookUps(suspects, bank, Time.wall(() -> NOON))) {
            return lookUps.apply(REQUEST)
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        }
    }

    @Test
    void whereThereIsNothingToLookUpNothingIsKnown() {
        assertThat(look(null, null)).isEqualTo(LookUp.NOTHING);
    }

    @Test
    void whatTheBankFindsIsTaken() {
        for (Finding finding : Finding.values()) {
            assertThat(look(null, request -> CompletableFuture.completedFuture(finding))
                            .found())
                    .isEqualTo(finding);
        }
    }

    @Test
    void whatFailsIsLateOrSaysNothingIsUnknown() {
        var late = new CompletableFuture<Finding>();

        assertThat(look(null, request -> CompletableFuture.failedFuture(new IllegalStateException("host away")))
                        .found())
                .isEqualTo(Finding.UNKNOWN);
        assertThat(look(null, request -> {
                            throw new IllegalStateException("no line");
                        })
                        .found())
                .isEqualTo(Finding.UNKNOWN);
        assertThat(look(null, request -> CompletableFuture.completedFuture(null))
                        .found())
                .isEqualTo(Finding.UNKNOWN);
        assertThat(look(null, request -> late).found()).isEqualTo(Finding.UNKNOWN);
        assertThat(late).as("the bank's own stage is left alone").isNotDone();
    }

    /**
     * A list that is configured and cannot be had is as one that is far too old: one tier up, and everyone sees why.
     */
    @Test
    void aListThatNeverCameIsOldAndNamesNobody() {
        FileWatch<SuspectList> never = FileWatch.openOr(
                SuspectList.NEVER, Path.of("nowhere", "suspects.jws"), 10, () -> NOON, (bytes, before) -> {
                    throw new ConfigException(List.of("not to be read"));
                });

        LookUp found = look(never, null);

        assertThat(found.listed()).isFalse();
        assertThat(found.listAge()).isGreaterThan(Duration.ofDays(365));
        assertThat(found.found()).isNull();
    }
}
