package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.audit.Head;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.sim.http.GuardUnreachableException;
import dev.kioskguard.transfer.clearance.Anchors;
import dev.kioskguard.transfer.clearance.PublicKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Guard, terminal and bank, ended together as by a power failure at any moment of a transfer, and started again. */
@SuppressWarnings("try") // What is only there and closed again is never named.
class KilledGuardTest {

    /** The stages that every transfer of this customer has to go through before it may be paid. */
    static final String[] MANDATORY = {
        "ASK_PURPOSE",
        "ASK",
        "WARNING",
        "REMIND_BEWARE",
        "REMIND_FAMILY",
        "REMIND_TRUE",
        "CONFIRM",
        "CONFIRM_AGAIN",
        "CLEARED"
    };

    private static final int ANYWHERE_MS = 3_500;
    private static final int AROUND_THE_CLEARANCE_MS = 120;
    private static final int MORE_FAILURES_MAX = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a power failure waits for. */
    private enum Aim {
        /** Some time after the transfer was asked for. */
        ANYWHERE,
        /** The line that clears it. */
        LINE,
        /** The clearance in the hands of whoever waited for it, while the host cannot be reached. */
        ANSWER,
        /** The host's ledger. */
        LEDGER,
        /** Some time after the last confirmation. */
        CLEARANCE
    }

    @TempDir
    Path folder;

    private final ScheduledExecutorService powerFailure = Executors.newSingleThreadScheduledExecutor();
    private final Set<String> asked = new HashSet<>();
    private final Map<Window, Integer> met = new EnumMap<>(Window.class);

    @Test
    void tenPowerFailuresLoseNothingAndPayNothingUnproven() throws Exception {
        endure(10, 20_261_121);
    }

    @Test
    @Tag("nightly")
    void twoHundredPowerFailuresLoseNothingAndPayNothingUnproven() throws Exception {
        endure(200, 4_711);
    }

    private void endure(int failures, long seed) throws Exception {
        Premises premises = Premises.in(folder);
        Random random = new Random(seed);
        ChildSimulation child = ChildSimulation.start(premises);
        try {
            for (int i = 0; i < failures || (isAWindowMissing() && i < failures + MORE_FAILURES_MAX); i++) {
                Aim aim = Aim.values()[i % Aim.values().length];
                int ms = i == 0 ? 0 : random.nextInt(aim == Aim.CLEARANCE ? AROUND_THE_CLEARANCE_MS : ANYWHERE_MS);
                transferUntil(child, premises, aim, ms);
                child = ChildSimulation.start(premises);
                theCardComesBack(premises.person());
                theBooksAgree(premises);
            }
            assertThat(met).as("control: the failures met it everywhere").containsOnlyKeys(Window.values());
            int before = settled(premises).size();
            transferUndisturbed(premises.person());
            theBooksAgree(premises);
            assertThat(settled(premises)).as("control: it still pays").hasSize(before + 1);
            assertThat(asked).as("control: transfers that were cut off").hasSizeGreaterThan(before);
        } finally {
            child.close();
            powerFailure.shutdownNow();
        }
    }

    private boolean isAWindowMissing() {
        return met.size() < Window.values().length;
    }

    /** Has the customer do a transfer, and the power fail where it is aimed. */
    private void transferUntil(ChildSimulation child, Premises premises, Aim aim, int ms) throws Exception {
        Person person = premises.person();
        person.insertCard();
        var atTheEnd = new CountDownLatch(1);
        try (var customer = new HonestCustomer(person.screen(), "family-support", shown -> {
            if (shown.path("kind").asString().equals("confirm-again")) {
                atTheEnd.countDown();
            }
        })) {
            String id = person.transfer("zh-CN");
            asked.add(id);
            var delivered = CompletableFuture.supplyAsync(() -> isDelivered(person, id));
            if (aim == Aim.ANSWER) {
                person.breakDown("host", "dead");
            }
            if (aim != Aim.ANYWHERE) {
                assertThat(atTheEnd.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            }
            switch (aim) {
                case ANYWHERE, CLEARANCE -> {
                    var unused = powerFailure.schedule(child::kill, ms, TimeUnit.MILLISECONDS);
                }
                case LINE -> failOnce(child, () -> Window.isCleared(premises.data(), id));
                case ANSWER -> failOnce(child, delivered::isDone);
                case LEDGER -> failOnce(child, () -> !person.booked(id).isEmpty());
            }
            child.ended();
            met.merge(Window.met(premises.data(), id, delivered.join()), 1, Integer::sum);
        } catch (GuardUnreachableException e) {
            child.ended();
        }
    }

    private static void failOnce(ChildSimulation child, Callable<Boolean> seen) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(seen);
        child.kill();
    }

    /** Waits for a clearance as an application does, and returns whether it came before the power failed. */
    private static boolean isDelivered(Person person, String id) {
        try {
            JsonNode state = person.awaitChange(id);
            while (!state.has("verdict")) {
                state = person.awaitChange(id);
            }
            return state.has("clearance");
        } catch (GuardUnreachableException cutOff) {
            return false;
        }
    }

    private void transferUndisturbed(Person person) {
        person.insertCard();
        try (var customer = HonestCustomer.at(person.screen())) {
            String id = person.transfer("zh-CN");
            asked.add(id);
            await().atMost(PATIENCE).until(() -> !person.booked(id).isEmpty());
        }
    }

    private static void theCardComesBack(Person person) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(person.card()).isIn("at-exit", "returned"));
        person.pullCard();
        assertThat(person.card()).isEqualTo("returned");
    }

    private void theBooksAgree(Premises premises) {
        Person person = premises.person();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Papers papers = Papers.of(premises.data(), List.of());
            for (String id : transfers(papers)) {
                String last = papers.stages(id).get(papers.stages(id).size() - 1);
                assertThat(Stage.valueOf(last).isEnd()).as(last).isTrue();
                assertThat(person.booked(id).isEmpty()).isEqualTo(!last.equals("CLEARED"));
            }
        });
        Papers papers = Papers.of(premises.data(), anchors(premises));
        assertThat(papers.broken()).isEmpty();
        assertThat(papers.replayed().disagreement()).isNull();
        assertThat(papers.replayed().unreadable()).isZero();
        assertThat(transfers(papers)).containsAll(asked);
        for (String id : settled(premises)) {
            assertThat(papers.stages(id)).as(id).containsSubsequence(MANDATORY);
        }
        assertThat(keys(papers)).as("one transfer for each wish").doesNotHaveDuplicates();
    }

    private static List<String> transfers(Papers papers) {
        return papers.moves().stream().map(Papers.Move::transferId).distinct().toList();
    }

    /** What the bank's application called each transfer that the guard took. */
    private static List<String> keys(Papers papers) {
        return papers.lines().stream()
                .map(line -> line.fields().open().path("requestKey"))
                .filter(key -> key.size() == 2)
                .map(key -> key.get(0).asString())
                .toList();
    }

    /** The transfers whose money has moved or will. */
    private static List<String> settled(Premises premises) {
        var settled = new ArrayList<String>();
        for (JsonNode transfer : premises.person().host().path("transfers")) {
            if (Set.of("paid", "pending").contains(transfer.path("status").asString())) {
                settled.add(transfer.path("transferId").asString());
            }
        }
        assertThat(settled).doesNotHaveDuplicates();
        return settled;
    }

    /** The heads that have left the machine: those in the clearances that the host holds. */
    private static List<Head> anchors(Premises premises) {
        PublicKeys keys = PublicKeys.parse(premises.kept("clearance-keys.json"));
        var heads = new ArrayList<Head>();
        for (JsonNode transfer : premises.person().host().path("transfers")) {
            heads.add(Anchors.head(transfer.path("clearance").asString(), keys));
        }
        return heads;
    }
}
