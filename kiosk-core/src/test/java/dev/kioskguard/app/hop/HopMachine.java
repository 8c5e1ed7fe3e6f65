package dev.kioskguard.app.hop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.record.JournalRecorder;
import dev.kioskguard.app.terminal.CardTokens;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.paging.channel.Neighbours;
import dev.kioskguard.paging.channel.Neighbours.Alert;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** A guard with its journal and what it shares with its neighbours, but no devices and no line. */
final class HopMachine implements AutoCloseable {

    static final String BRANCH = "B-1";
    static final String SECRET = "A".repeat(43) + "=";

    final Journal journal = new MemoryJournal(new SecureRandom());
    final List<String> refusals = new CopyOnWriteArrayList<>();
    volatile Instant now = RunnerBench.NOON;
    volatile boolean diskFull;
    private volatile Duration saltAhead = Duration.ZERO;
    private final Path secret;
    private final String name;
    private final DataDirectory data;
    private final CardTokens tokens;
    private final GuardRunner guard;
    private Hops hops;
    private Neighbours neighbours;
    private int visits;

    private HopMachine(Path secret, String name, Path folder) {
        this.secret = secret;
        this.name = name;
        data = DataDirectory.open(folder);
        tokens = new CardTokens(data, () -> now.plus(saltAhead), new SecureRandom());
        hops = open();
        var recorder = new JournalRecorder(journal, effects -> {
            if (diskFull) {
                throw new JournalException(JournalException.Reason.FULL, "the disk is full: make room");
            }
            return hops.letters(effects);
        });
        var core = new GuardCore(
                GuardState.EMPTY.with(Means.ALL),
                RunnerBench.POLICY,
                recorder,
                new Random(1),
                effect -> hops.carryOut(effect));
        guard = new GuardRunner(core, Time.wall(() -> now), now, 64, trouble -> {});
        neighbours = listens();
        guard.start();
    }

    static HopMachine open(Path folder, String name) throws IOException {
        return open(folder, name, SECRET);
    }

    static HopMachine open(Path folder, String name, String secret) throws IOException {
        return new HopMachine(secret(folder.resolve(name + ".secret"), secret), name, folder.resolve(name));
    }

    /** Writes a secret for the service's account alone. */
    static Path secret(Path file, String text) throws IOException {
        Files.writeString(file, text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Hops open() {
        return Hops.open(secret, BRANCH, name, tokens, journal, () -> now);
    }

    private Neighbours listens() {
        return hops.neighbours(guard, (kind, detail) -> refusals.add(kind)).orElseThrow();
    }

    /** A restart for what is said: the guard goes on. */
    void restarts() {
        hops = open();
        neighbours = listens();
    }

    /** The salt's time comes; the guard's own clock stays where it is. */
    void renewsItsSalt() {
        saltAhead = CardTokens.SALT_LIFE;
        tokens.look();
    }

    Path data() {
        return data.file("");
    }

    /** A customer comes with a card, asks for a transfer and stops it; returns what neighbours are told of it. */
    Alert stops(String card) {
        asks(card);
        String screen = Objects.requireNonNull(
                        Objects.requireNonNull(state().open()).screen())
                .id();
        taken(new GuardEvent.ChoiceMade(now, screen, "stop"));
        leaves();
        List<Alert> said = says();
        return said.get(said.size() - 1);
    }

    /** Returns the tier at which a transfer with a card begins here. */
    Tier tierOf(String card) {
        asks(card);
        Tier tier = Objects.requireNonNull(state().open()).judgement().tier();
        leaves();
        return tier;
    }

    private void asks(String card) {
        String session = "s-" + ++visits;
        String token = tokens.of(card).current();
        var visit = new Visit(session, token, "6222****", "zh-CN", Visit.Mode.GUARD, Set.of(), now);
        taken(new GuardEvent.VisitBegan(now, visit.knownAs(hops.names().of(token, card))));
        taken(new GuardEvent.TransferRequested(
                now, "t-" + name + visits, session, RunnerBench.REQUEST, null, null, LookUp.NOTHING, null));
    }

    private void leaves() {
        taken(new GuardEvent.VisitEnded(now, "s-" + visits));
    }

    private void taken(GuardEvent event) {
        assertThat(guard.offer(at -> event).toCompletableFuture().join()).isInstanceOf(Reply.Taken.class);
    }

    void carriesOut(Effect effect) {
        hops.carryOut(effect);
    }

    List<Alert> says() {
        return neighbours.standing();
    }

    /** Hears what stands under another machine's name, and waits until the guard has taken it. */
    void hears(String machine, String text) {
        neighbours.heard(machine, text);
        settles();
    }

    void hears(Alert alert) {
        String text = Objects.requireNonNull(alert.sheet().text());
        hears(JsonMapper.builder().build().readTree(text).path("machine").asString(), text);
    }

    static String tokenIn(Alert alert) {
        return JsonMapper.builder()
                .build()
                .readTree(alert.sheet().text())
                .path("token")
                .asString();
    }

    void look() {
        hops.look(guard);
        settles();
    }

    private void settles() {
        guard.between(at -> {}).toCompletableFuture().join();
    }

    GuardState state() {
        return guard.state();
    }

    /** Returns how many lines tell of neighbours' stops. */
    long lines() {
        return written().stream()
                .filter(line -> line.contains("NeighbourStopped"))
                .count();
    }

    List<String> written() {
        var lines = new ArrayList<String>();
        for (Line line : journal.all()) {
            lines.add(line.text());
        }
        return lines;
    }

    String journalText() {
        return String.join("\n", written());
    }

    @Override
    public void close() {
        guard.close();
        data.close();
    }
}
