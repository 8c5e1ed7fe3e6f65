package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Role;
import dev.kioskguard.paging.channel.Branch;
import dev.kioskguard.paging.channel.BranchChannel;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.desk.branch.BranchBoard;
import dev.kioskguard.web.desk.branch.BranchDesk;
import dev.kioskguard.web.desk.branch.BranchMachines;
import dev.kioskguard.web.desk.branch.Commands;
import dev.kioskguard.web.desk.staff.PinHash;
import dev.kioskguard.web.desk.staff.SignedIn;
import dev.kioskguard.web.desk.staff.Staff;
import dev.kioskguard.web.http.ProblemException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The desk of a branch without a listener, and somebody at it who says the same again until it is answered. */
final class PromptDesk implements Branch, Turns, AutoCloseable {

    private static final Duration LIFE = Duration.ofSeconds(3);
    private static final SignedIn LOBBY = new SignedIn(
            "session", new Staff("lobby", "王芳", Role.LOBBY_MANAGER, PinHash.of("314159", 1, new Random(1))));

    private final Journal journal = new MemoryJournal(new SecureRandom());
    final List<String> refusals = new CopyOnWriteArrayList<>();
    private final AtomicInteger actions = new AtomicInteger();
    private final BranchBoard board = new BranchBoard(now());
    private final Commands commands;
    private final BranchDesk desk;
    private final CompletableFuture<BranchChannel> channel = new CompletableFuture<>();

    PromptDesk(URI broker, SigningKey key) {
        commands = new Commands(
                new Commands.Signed(HeldGuard.BRANCH, key, LIFE),
                this,
                journal,
                (machine, token) -> channel.join().command(machine, token));
        var machines = new BranchMachines(board, commands, this, () -> "x-" + actions.incrementAndGet());
        desk = new BranchDesk(machines, () -> "");
        channel.complete(
                MqttProvider.open(new ChannelAccess(broker, HeldGuard.BRANCH, null), "one", this, Quick.MANNERS));
    }

    /** Returns the ids of the pages that stand here. */
    List<Object> pages() {
        board.look(now());
        return desk.pages().stream()
                .filter(page -> !"resolved".equals(page.get("state")))
                .map(page -> page.get("id"))
                .toList();
    }

    /** Returns the ids of the pages that stand here and call everybody whom they can. */
    List<Object> pagesOfLastLevel() {
        return desk.pages().stream()
                .filter(page -> Objects.equals(page.get("level"), (long) Page.LEVEL_LAST))
                .map(page -> page.get("id"))
                .toList();
    }

    /** Wants the next level called; each time for one page it is the same action. */
    CompletableFuture<Map<String, Object>> escalates(String page) {
        try {
            return desk.decide(page, new StaffWord("a-" + page, "lobby", StaffWord.Action.ESCALATE, null, "不听劝"), LOBBY)
                    .toCompletableFuture();
        } catch (ProblemException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    @Override
    public void connected() {
        board.connected();
    }

    @Override
    public void lost() {
        board.lost(now());
    }

    @Override
    public void page(String machine, String id, @Nullable String text) {
        board.page(machine, id, text, now());
    }

    @Override
    public void status(String machine, String text) {
        board.status(machine, text, now());
    }

    @Override
    public void event(String machine, String text) {
        commands.heard(machine, text);
    }

    @Override
    public void refused(String kind, String detail) {
        refusals.add(kind);
    }

    @Override
    public synchronized CompletionStage<?> between(Consumer<Instant> task) {
        task.accept(now());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public InstantSource time() {
        return InstantSource.system();
    }

    private Instant now() {
        return time().instant();
    }

    @Override
    public void close() {
        channel.join().close();
    }
}
