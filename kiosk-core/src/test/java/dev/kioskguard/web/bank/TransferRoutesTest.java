package dev.kioskguard.web.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.risk.PayeeLookUps.Finding;
import dev.kioskguard.transfer.Verdict;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.Receipts;
import dev.kioskguard.web.front.TransferBook;
import dev.kioskguard.web.front.Wording;
import dev.kioskguard.web.http.Call;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application may send beside the transfer itself, and what is looked up before the guard hears of it. */
class TransferRoutesTest {

    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

    private static final String BODY = """
            {"sessionId": "s-1", "amount": {"currency": "CNY", "minor": 1000000},
             "payee": {"name": "张三", "account": "6222020000001234"}, "payer": {%s} %s}
            """;

    private final TransferBook book = new TransferBook();
    private final ContentPack pack = ShippedContent.pack();
    private final BankBoard bank =
            new BankBoard(2, 2, new Receipts(new Wording(() -> pack, ZoneId.of("Asia/Shanghai"), Map.of())));
    private final AtomicInteger ids = new AtomicInteger();
    private LookUp found = LookUp.NOTHING;
    private volatile @Nullable CompletableFuture<LookUp> lookedUp;
    private GuardRunner guard;
    private Listener listener;

    @BeforeEach
    void open() {
        var site = new Policy.Site("B-001", ZoneId.of("Asia/Shanghai"), true);
        var core = new GuardCore(
                GuardState.EMPTY.with(Means.ALL),
                new Policy(Limits.USUAL, pack.script(), ShippedPolicy.RISK, site),
                (event, chance, before, decision) -> {},
                new Random(1),
                this::carryOut);
        guard = new GuardRunner(core, Time.wall(() -> NOON), NOON, 64, trouble -> {});
        guard.start();
        offer(at -> new GuardEvent.VisitBegan(
                at, new Visit("s-1", "card-1", "622202******0001", "zh-CN", Visit.Mode.GUARD, Set.of(), at)));
        var intake = new TransferRoutes.Intake(
                () -> "t-" + ids.incrementAndGet(), request -> lookedUp == null ? now(found) : lookedUp);
        var routes = new TransferRoutes(guard, book, bank, new TransferView(pack::words), intake);
        listener = Listener.start(ListenerSettings.of("front", 0), routes::addTo);
    }

    @AfterEach
    void close() {
        listener.close();
        bank.close();
        guard.close();
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Tell tell) {
            book.state(tell.transferId(), tell.state());
        } else if (effect instanceof Effect.End end) {
            book.ended(end.transferId(), end.verdict());
        }
    }

    private void offer(Function<Instant, GuardEvent> event) {
        guard.offer(event).toCompletableFuture().join();
    }

    private HttpResponse<String> ask(String payer, String more) throws Exception {
        return Call.post(listener, "/api/transfers", BODY.formatted(payer, more));
    }

    private Case taken() {
        return Objects.requireNonNull(guard.state().open());
    }

    @ParameterizedTest
    @EnumSource
    void theCustomerIsServedAsTheApplicationSays(Manner manner) throws Exception {
        assertThat(ask("", ", \"assist\": \"" + manner.word() + "\"").statusCode())
                .isEqualTo(201);

        assertThat(taken().named().manner()).isEqualTo(manner);
    }

    @ParameterizedTest
    @CsvSource({"true, ELDER", "false, ORDINARY"})
    void withoutAWordOfItTheIssuersFlagDecides(boolean elder, Manner manner) throws Exception {
        assertThat(ask("\"elder\": " + elder, "").statusCode()).isEqualTo(201);

        assertThat(taken().named().manner()).isEqualTo(manner);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | , \"assist\": \"loud\" | assist must be one of [audio, elder, ordinary, plain]",
                "'' | , \"assist\": true | assist must be one of",
                "\"customerClass\": \"\" | '' | payer.customerClass",
                "\"customerClass\": 7 | '' | payer.customerClass",
                "\"class\": \"elder\" | '' | payer.class",
            })
    void whatIsNoWordOfThemIsRefusedByName(String payer, String more, String detail) throws Exception {
        HttpResponse<String> answer = ask(payer, more);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Call.json(answer.body()).path("detail").asString()).contains(detail);
    }

    @Test
    void aClassIsTakenAsItIsAndTooLongAOneIsRefused() throws Exception {
        assertThat(ask("\"customerClass\": \"" + "x".repeat(61) + "\"", "").statusCode())
                .isEqualTo(422);
        assertThat(ask("\"customerClass\": \"student\"", "").statusCode()).isEqualTo(201);

        assertThat(taken().request().payer().history().customerClass()).isEqualTo("student");
        assertThat(taken().judgement().reasons()).doesNotContain("large-amount");
    }

    @Test
    void aListedPayeeIsRefusedWithAWayToStaff() throws Exception {
        found = new LookUp(true, Duration.ofHours(1), null);

        assertThat(ask("", "").statusCode()).isEqualTo(201);

        Verdict verdict = Objects.requireNonNull(book.find("t-1").orElseThrow().verdict());
        assertThat(verdict.end().word()).isEqualTo("refused");
        assertThat(verdict.reasons()).contains("listed-payee");
    }

    @Test
    void whatWasLookedUpStandsAmongTheReasons() throws Exception {
        found = new LookUp(false, Duration.ofHours(25), Finding.UNKNOWN);

        assertThat(ask("", "").statusCode()).isEqualTo(201);

        assertThat(taken().judgement().reasons()).contains("list-stale", "lookup-silent");
        assertThat(taken().background().lookUp()).isEqualTo(found);
    }

    /** An application that tries again does not wait for the first call, and must not be told that there is none. */
    @Test
    void theSameKeyWhileThePayeeIsLookedUpIsTheSameCall() throws Exception {
        var pending = new CompletableFuture<LookUp>();
        lookedUp = pending;
        CompletableFuture<HttpResponse<String>> first = again();
        await().until(() -> ids.get() == 1);
        CompletableFuture<HttpResponse<String>> second = again();
        await().until(() -> ids.get() == 2);
        assertThat(second).as("control: nothing is known yet").isNotDone();

        pending.complete(LookUp.NOTHING);

        for (var call : List.of(first, second)) {
            HttpResponse<String> answer = call.get(10, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(Call.json(answer.body()).path("transferId").asString()).isEqualTo("t-1");
        }
    }

    private CompletableFuture<HttpResponse<String>> again() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Call.send(Call.to(listener, "/api/transfers")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString(BODY.formatted("", ""))));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static CompletableFuture<LookUp> now(LookUp found) {
        return CompletableFuture.completedFuture(found);
    }
}
