package dev.kioskguard.guard.run;

import static org.awaitility.Awaitility.await;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** A guard at work whose journal can be told to fail, whose clock stands where it is put, and whose hands are seen. */
public final class RunnerBench implements AutoCloseable {

    public static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");
    public static final Policy POLICY = new Policy(
            Limits.USUAL,
            ShippedContent.pack().script(),
            ShippedPolicy.RISK,
            new Policy.Site("B-001", ZoneId.of("Asia/Shanghai"), true));

    /** A transfer of which nothing more is known than what has to be. */
    public static final TransferRequest REQUEST = new TransferRequest(
            TransferRequest.Kind.TRANSFER,
            new Money("CNY", 2_000_000),
            new Payee("张三", "6222020000001234", "ICBC", null, Payee.Standing.UNKNOWN),
            Payer.UNKNOWN,
            null);

    /** How many events may wait. */
    public static final int INBOX_EVENTS_MAX = 64;

    public final GuardRunner guard;
    public volatile boolean diskFull;
    final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    final List<GuardEvent> written = new CopyOnWriteArrayList<>();
    final List<Effect> done = new CopyOnWriteArrayList<>();
    final List<Throwable> troubles = new CopyOnWriteArrayList<>();
    public volatile Consumer<Effect> hands = done::add;

    public RunnerBench(GuardState start) {
        this(start, NOON);
    }

    RunnerBench(GuardState start, Instant latest) {
        Recorder recorder = (event, chance, before, decision) -> {
            if (diskFull) {
                throw new JournalException(JournalException.Reason.FULL, "the disk is full: make room");
            }
            written.add(event);
        };
        var core = new GuardCore(start, POLICY, recorder, new Random(1), effect -> hands.accept(effect));
        guard = new GuardRunner(core, Time.wall(clock::get), latest, INBOX_EVENTS_MAX, troubles::add);
    }

    public RunnerBench started() {
        guard.start();
        return this;
    }

    public static GuardEvent began(Instant at, String session) {
        return new GuardEvent.VisitBegan(
                at, new Visit(session, "card-1", "622202******0001", "zh-CN", Visit.Mode.GUARD, Set.of(), at));
    }

    Reply taken(Function<Instant, GuardEvent> event) {
        return guard.offer(event).toCompletableFuture().join();
    }

    /** Waits until the guard has found that it cannot write what is owed to it, again and again. */
    public void awaitTrouble() {
        int before = troubles.size();
        await().atMost(Duration.ofSeconds(20)).until(() -> troubles.size() > before);
    }

    /** Returns what was written, by kind, in order. */
    public List<String> kinds() {
        return written.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    @Override
    public void close() {
        guard.close();
    }
}
