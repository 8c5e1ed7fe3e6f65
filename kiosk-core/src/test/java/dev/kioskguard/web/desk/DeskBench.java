package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Role;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.web.desk.after.AfterRoutes;
import dev.kioskguard.web.desk.after.Closure;
import dev.kioskguard.web.desk.after.MachineAfter;
import dev.kioskguard.web.desk.draft.DraftRoutes;
import dev.kioskguard.web.desk.draft.Drafts;
import dev.kioskguard.web.desk.drill.DrillBoard;
import dev.kioskguard.web.desk.drill.DrillRoutes;
import dev.kioskguard.web.desk.log.DeskLog;
import dev.kioskguard.web.desk.passkey.Passkeys;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.Refused;
import dev.kioskguard.web.desk.staff.StaffOffice;
import dev.kioskguard.web.http.Call;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.stream.SseStreams;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A desk on a free port of loopback, before a guard at work whose clock stands still until it is moved. */
final class DeskBench implements AutoCloseable {

    static final String PIN = DeskPeople.PIN;
    static final String TRANSFER = "t-1";
    static final String PAGE = "/desk/pages/p-t-1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T04:00:00Z"));
    final Journal journal = new MemoryJournal(new SecureRandom());
    final PageBoard board;
    final DeskLog log;
    final Verdicts verdicts;
    final MachineAfter after;
    final DeskSessions sessions;
    final Passkeys passkeys;
    volatile Map<String, String> ways = Map.of();
    final GuardRunner guard;
    final Listener listener;
    volatile boolean diskFull;
    final SseStreams streams = new SseStreams("desk", 4);
    final List<Refused> refused = new CopyOnWriteArrayList<>();
    final List<Closure> closures = new CopyOnWriteArrayList<>();
    final Drafts drafts;
    final DrillBoard drills;

    DeskBench(Path temp) {
        drafts = new Drafts(temp.resolve("drafts"));
        ContentPack pack = ShippedContent.pack();
        Time time = Time.wall(now::get);
        board = new PageBoard("ATM-1", journal, time, Rota.usual(ZoneId.of("Asia/Shanghai")));
        var policy = new Policy(
                Limits.USUAL,
                pack.script(),
                ShippedPolicy.RISK,
                new Policy.Site("B-001", ZoneId.of("Asia/Shanghai"), true));
        var core = new GuardCore(
                GuardState.EMPTY.with(Means.ALL),
                policy,
                (event, chance, before, decision) -> write(event.at(), decision.effects()),
                new Random(1),
                effect -> board.carryOut(effect));
        guard = new GuardRunner(core, time, now.get(), 64, trouble -> {});
        drills = new DrillBoard(() -> "ATM-1", journal, () -> board.book().rota(), new Random(4));
        board.onChanged(page -> drills.realPage(page, time.instant()));
        log = new DeskLog(journal);
        var people = new DeskPeople(temp, guard, journal);
        sessions = people.sessions;
        passkeys = people.passkeys;
        sessions.onRefused(refused::add);
        verdicts = new Verdicts(guard, board, log);
        after = AfterBench.of(guard, board, log, verdicts, pack);
        var desk = new MachineDesk(verdicts, board, pack::words, page -> ways);
        var pages = new PageRoutes(desk, sessions, streams);
        board.onChanged(page -> pages.changed(desk.body(page)));
        listener = Listener.start(ListenerSettings.of("desk", 0), routes -> {
            pages.addTo(routes);
            new VerdictRoutes(desk, sessions).addTo(routes);
            afterwards(routes, pack);
            people.addTo(routes);
        });
        passkeys.reachedAt(listener.named());
        guard.start();
    }

    private void afterwards(RoutesConfig routes, ContentPack pack) {
        after.closeOuts().onClosedOut((page, closure) -> closures.add(closure));
        new AfterRoutes(after, sessions).addTo(routes);
        new DraftRoutes(drafts, sessions).addTo(routes);
        new DrillRoutes(
                        guard,
                        drills,
                        () -> board.book().isSomebodyWaiting(),
                        new DrillRoutes.Desk(sessions, pack::words, journal))
                .addTo(routes);
    }

    private void write(Instant at, List<Effect> effects) {
        if (diskFull) {
            throw new JournalException(JournalException.Reason.FULL, "the disk is full: make room");
        }
        journal.append(
                new Entry(at, "Step", null, JsonNodeFactory.instance.objectNode(), null), board.letters(effects));
    }

    /** Returns the board as a guard finds it that starts again on this journal. */
    PageBoard afterARestart() {
        return new PageBoard("ATM-1", journal, now::get, board.book().rota());
    }

    /** A customer asks for help on the first screen of a transfer: it is held, and a page is raised. */
    void holdATransfer() {
        ask(TRANSFER, "s-1");
        pass(Duration.ofSeconds(5));
        String screen = Objects.requireNonNull(guard.state().open().screen()).id();
        taken(at -> new GuardEvent.ChoiceMade(at, screen, "help"));
        assertThat(board.book().all()).as("control").hasSize(1);
    }

    /** A customer comes, and a transfer is asked for. */
    void ask(String transfer, String session) {
        taken(at -> new GuardEvent.VisitBegan(
                at, new Visit(session, "card-1", "622202******0001", "zh-CN", Visit.Mode.GUARD, Set.of(), at)));
        var request = new TransferRequest(
                TransferRequest.Kind.TRANSFER,
                new Money("CNY", 2_000_000),
                new Payee("张三", "6222020000001234", "ICBC", null, new Payee.Standing(null, true, false)),
                new Payer(null, "ICBC", null, new Payer.History(null, null, null, 0.1, false)),
                null);
        taken(at -> new GuardEvent.TransferRequested(at, transfer, session, request, null, null, LookUp.NOTHING, null));
    }

    /** Returns what stands on the customer's screen for staff. */
    String code() {
        return Objects.requireNonNull(guard.state().open().care().code());
    }

    void pass(Duration span) {
        now.updateAndGet(before -> before.plus(span));
    }

    void taken(Function<Instant, GuardEvent> event) {
        assertThat(guard.offer(event).toCompletableFuture().join()).isInstanceOf(Reply.Taken.class);
    }

    Page.State state() {
        return board.book().ofTransfer(TRANSFER).orElseThrow().state();
    }

    /** Returns the states, and whose word they are, that the journal tells of pages. */
    List<String> journalled() {
        return told(PageBoard.KIND)
                .map(open ->
                        open.path("state").asString() + " " + open.path("staff").asString("-"))
                .toList();
    }

    /** Returns what the journal tells of staff: what, of whom, by whom. */
    List<String> staffLines() {
        return told(StaffOffice.KIND)
                .map(open -> open.path("what").asString() + " "
                        + open.path("staff").asString() + " " + open.path("by").asString())
                .toList();
    }

    /** Returns what the journal tells of deeds of staff. */
    List<String> deskLines() {
        return told(DeskLog.KIND).map(JsonNode::toString).toList();
    }

    /** Returns what the open part of the journal's lines of a kind says, once what was asked for is written. */
    Stream<JsonNode> told(String kind) {
        guard.between(at -> {}).toCompletableFuture().join();
        return journal.lines(0, 200).stream()
                .filter(line -> line.fields().kind().equals(kind))
                .map(line -> line.fields().open());
    }

    HttpResponse<String> delete(String cookie, String path) throws IOException, InterruptedException {
        return Call.send(Call.to(listener, path).header("Cookie", cookie).DELETE());
    }

    /** Signs in and returns the cookie. */
    String signIn(Role role) throws IOException, InterruptedException {
        HttpResponse<String> answer = signIn(role.word(), PIN);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    HttpResponse<String> signIn(String staff, String pin) throws IOException, InterruptedException {
        return Call.post(listener, "/desk/session", "{\"staff\":\"" + staff + "\",\"pin\":\"" + pin + "\"}");
    }

    HttpResponse<String> get(String cookie, String path) throws IOException, InterruptedException {
        return Call.send(Call.to(listener, path).header("Cookie", cookie));
    }

    HttpResponse<String> post(String cookie, String path, String json) throws IOException, InterruptedException {
        return Call.send(Call.to(listener, path)
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> verdict(String cookie, String actionId, String actionAndCode)
            throws IOException, InterruptedException {
        return post(
                cookie,
                PAGE + "/verdict",
                "{\"actionId\":\"" + actionId + "\"," + actionAndCode + ",\"reason\":\"客户说得清楚\"}");
    }

    @Override
    public void close() {
        guard.close();
        streams.close();
        listener.close();
    }
}
