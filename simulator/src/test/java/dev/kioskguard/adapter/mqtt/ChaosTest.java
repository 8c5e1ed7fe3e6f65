package dev.kioskguard.adapter.mqtt;

import static dev.kioskguard.adapter.mqtt.Quick.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.sim.broker.Mosquitto;
import dev.kioskguard.sim.broker.Proxy;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.http.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Page after page from a guard over a real broker to a desk, where each is passed on to the next level; and something
 * breaks before a page is raised, while it is on its way, or while the word about it is. Beside them stand pages that
 * nobody takes: their timers run out in the midst of it.
 */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class ChaosTest {

    private static final Duration SLOW = Duration.ofMillis(40);

    /** What breaks. */
    private enum Fault {
        BROKER_STARTS_AGAIN_EMPTY,
        GUARD_IS_KILLED,
        MACHINE_IS_CUT_OFF,
        DESK_IS_CUT_OFF,
        BOTH_ARE_SLOW
    }

    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private final Set<String> cutShort = new HashSet<>();
    private final Overdue overdue = new Overdue(HeldGuard.ROTA);

    @TempDir
    Path folder;

    private Mosquitto broker;
    private Proxy machineWire;
    private Proxy deskWire;
    private GuardProcess guard;
    private PromptDesk desk;

    @BeforeEach
    void allStands() throws IOException {
        SigningKey key = SigningKey.generate(new SecureRandom());
        Files.writeString(folder.resolve("desks.json"), key.publicKeys().json());
        broker = Mosquitto.start(folder.resolve("broker"));
        machineWire = Proxy.to(broker.port());
        deskWire = Proxy.to(broker.port());
        guard = guard();
        desk = new PromptDesk(deskWire.uri(), key);
    }

    @AfterEach
    void allEnds() throws IOException {
        desk.close();
        guard.close();
        machineWire.close();
        deskWire.close();
        broker.close();
    }

    @Test
    void ofAHundredPagesNoneIsLostAndNoneActedOnTwice() throws Exception {
        endure(100, 20);
    }

    @Test
    @Tag("nightly")
    void ofAThousandPagesNoneIsLostAndNoneActedOnTwice() throws Exception {
        endure(1_000, 20);
    }

    /** A fault for every so many pages: of a thousand, ten meet the guard. */
    private void endure(int pages, int every) throws Exception {
        var random = new Random(20_261_126);
        var all = new ArrayList<String>();
        for (int i = 0; i < pages; i++) {
            @Nullable Fault fault = i % every == every / 2 ? Fault.values()[i / every % Fault.values().length] : null;
            int moment = random.nextInt(3);
            String transfer = "t-" + i;
            all.add("p-" + transfer);
            if (fault != null) {
                overdue.raised("p-v-" + i, guard.callsInVain("v-" + i));
            }
            strike(fault, moment == 0, "");
            guard.holdsATransfer(transfer);
            strike(fault, moment == 1, "p-" + transfer);
            soon().untilAsserted(() -> assertThat(desk.pages())
                    .as("%s at moment %d", fault, moment)
                    .contains("p-" + transfer));
            var word = new AtomicReference<>(desk.escalates("p-" + transfer));
            strike(fault, moment == 2, "p-" + transfer);
            soon().untilAsserted(() -> assertThat(isAnswered("p-" + transfer, word))
                    .as("%s of %s at moment %d: %s", word, transfer, moment, fault)
                    .isTrue());
            heal();
            guard.isLeft(transfer);
        }
        whatNobodyTookWasPassedOnInTime();
        soon().untilAsserted(() -> assertThat(desk.pages()).isEmpty());
        assertThat(desk.refusals)
                .as("only a line that broke in the midst of a packet")
                .allMatch("garbage"::equals);
        assertThat(struck).as("control: everything broke").containsOnlyKeys(Fault.values());
        assertThat(guard.lines("Page", "state")).contains("raised p-t-0").containsAll(ended(all));
        List<String> escalated = guard.lines("Desk", "what");
        assertThat(escalated).as("acted on twice").doesNotHaveDuplicates();
        all.removeAll(cutShort);
        assertThat(escalated)
                .as("lost")
                .containsAll(all.stream().map(page -> "escalate " + page).toList());
        assertThat(all).as("control").hasSizeGreaterThan(pages * 9 / 10);
    }

    private void whatNobodyTookWasPassedOnInTime() {
        soon().untilAsserted(() -> assertThat(desk.pagesOfLastLevel()).containsAll(overdue.pages()));
        List<Overdue.Call> calls = overdue.calls(guard.levels());
        assertThat(calls).hasSize(2 * overdue.pages().size()).allMatch(Overdue.Call::isPunctual);
        assertThat(calls)
                .as("control: timers ran out with a guard and without one")
                .extracting(Overdue.Call::dead)
                .contains(true, false);
        overdue.pages().forEach(page -> guard.isLeft(page.substring("p-".length())));
    }

    private static List<String> ended(List<String> pages) {
        return pages.stream().map(page -> "resolved " + page).toList();
    }

    /** Whoever gets no answer says it again; of a transfer that a restart has ended nothing more is to be said. */
    private boolean isAnswered(String page, AtomicReference<CompletableFuture<Map<String, Object>>> word)
            throws InterruptedException {
        Future<Map<String, Object>> answer = word.get();
        if (!answer.isDone()) {
            return false;
        }
        try {
            return answer.get() != null;
        } catch (ExecutionException e) {
            if (cutShort.contains(page) && e.getCause() instanceof ProblemException refused) {
                return refused.problem().code().equals("transfer-ended") || again(page, word);
            }
            return again(page, word);
        }
    }

    private boolean again(String page, AtomicReference<CompletableFuture<Map<String, Object>>> word) {
        word.set(desk.escalates(page));
        return false;
    }

    private void strike(@Nullable Fault fault, boolean now, String page) throws IOException {
        if (fault == null || !now) {
            return;
        }
        struck.merge(fault, 1, Integer::sum);
        switch (fault) {
            case BROKER_STARTS_AGAIN_EMPTY -> {
                broker.kill();
                broker.startAgain();
            }
            case GUARD_IS_KILLED -> {
                cutShort.add(page);
                Instant killed = Instant.now();
                guard.kill();
                guard = guard();
                overdue.dead(killed, Instant.now());
            }
            case MACHINE_IS_CUT_OFF -> {
                machineWire.cut();
                machineWire.mend();
            }
            case DESK_IS_CUT_OFF -> {
                deskWire.cut();
                deskWire.mend();
            }
            case BOTH_ARE_SLOW -> {
                machineWire.slow(SLOW);
                deskWire.slow(SLOW);
            }
        }
    }

    private void heal() {
        machineWire.slow(Duration.ZERO);
        deskWire.slow(Duration.ZERO);
    }

    private GuardProcess guard() throws IOException {
        return GuardProcess.start(folder.resolve("data"), machineWire.uri(), folder.resolve("desks.json"));
    }
}
