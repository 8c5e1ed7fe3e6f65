package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.FileWatch;
import dev.kioskguard.app.config.KioskConfig.Lists;
import dev.kioskguard.app.list.SuspectFile;
import dev.kioskguard.app.list.SuspectList;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.risk.PayeeLookUps;
import dev.kioskguard.risk.PayeeLookUps.Finding;
import dev.kioskguard.transfer.TransferRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is looked up of a payee before a transfer is asked for: on the offline list, and by the bank's own means. */
final class LookUps implements Function<TransferRequest, CompletionStage<LookUp>>, AutoCloseable {

    /** How often the list's file is looked at; it is large, and its age is counted in hours. */
    private static final Duration LIST_EVERY = Duration.ofMinutes(1);

    private final @Nullable FileWatch<SuspectList> suspects;
    private final @Nullable PayeeLookUps bank;
    private final Time time;
    private final Worker worker = new Worker("lists");

    LookUps(@Nullable FileWatch<SuspectList> suspects, @Nullable PayeeLookUps bank, Time time) {
        this.suspects = suspects;
        this.bank = bank;
        this.time = time;
    }

    /** Begins to watch the list that the configuration names; without one, nothing is looked up there. */
    static LookUps open(GuardSetup setup, Time time) {
        var lookUps = new LookUps(watched(setup), setup.around().lookUps(), time);
        FileWatch<SuspectList> suspects = lookUps.suspects;
        if (suspects != null) {
            lookUps.worker.every(LIST_EVERY, suspects::check);
        }
        return lookUps;
    }

    private static @Nullable FileWatch<SuspectList> watched(GuardSetup setup) {
        Lists lists = setup.config().current().lists();
        if (lists == null) {
            return null;
        }
        Path file = setup.config().folder().resolve(lists.suspects());
        Path trust = setup.config().folder().resolve(lists.trust());
        InstantSource wall = InstantSource.system();
        return FileWatch.openOr(
                SuspectList.NEVER, file, SuspectFile.BYTES_MAX, wall, new SuspectFile(file, trust, wall));
    }

    /** Returns the list as it stands, where one is configured. */
    Optional<FileWatch<SuspectList>> suspects() {
        return Optional.ofNullable(suspects);
    }

    @Override
    public CompletionStage<LookUp> apply(TransferRequest request) {
        SuspectList list = suspects == null ? null : suspects.current();
        Boolean listed = list == null ? null : list.contains(request.payee().account());
        Duration age = list == null ? null : list.age(time.instant());
        return found(request).thenApply(finding -> new LookUp(listed, age, finding));
    }

    private CompletableFuture<@Nullable Finding> found(TransferRequest request) {
        if (bank == null) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            // Of the bank's own stage nothing is completed from here.
            return bank.look(request)
                    .toCompletableFuture()
                    .copy()
                    .completeOnTimeout(Finding.UNKNOWN, PayeeLookUps.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .handle((finding, failed) -> finding == null ? Finding.UNKNOWN : finding);
        } catch (RuntimeException failed) {
            return CompletableFuture.completedFuture(Finding.UNKNOWN);
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
