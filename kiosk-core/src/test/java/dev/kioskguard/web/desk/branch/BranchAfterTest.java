package dev.kioskguard.web.desk.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.desk.after.Closure;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.ProblemException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk of a branch of three machines, the third of which is lost. */
class BranchAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-01T04:00:00Z");

    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final BranchBoard board = new BranchBoard(NOW);
    private final List<DeskCommand> said = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private Commands commands;
    private BranchAfter after;

    @BeforeEach
    void twoOfThreeMachinesAreHere() {
        board.connected();
        board.status("ATM-1", Told.status("ATM-1", "here"), NOW);
        board.status("ATM-2", Told.status("ATM-2", "here"), NOW);
        board.status("ATM-3", Told.status("ATM-3", "gone"), NOW);
        board.page("ATM-1", "p-1", Told.page("ATM-1", "p-1", "raised"), NOW);
        board.page("ATM-3", "p-3", Told.page("ATM-3", "p-3", "raised"), NOW);
        commands = new Commands(
                new Commands.Signed("B-1", key, Commands.LIFE),
                new Now(),
                new MemoryJournal(new SecureRandom()),
                (machine, token) -> {
                    said.add(DeskCommand.read(token, key.publicKeys()));
                    return CompletableFuture.completedFuture(null);
                });
        after = new BranchAfter(new BranchMachines(board, commands, new Now(), () -> "a-" + ids.incrementAndGet()));
    }

    @Test
    void aCloseOutGoesToTheMachineOfThePageAlsoOnceThatIsOver() {
        board.page("ATM-1", "p-1", null, NOW);
        var closure = new Closure("romance", List.of("police"), "网友说急需用钱", "见过两次");
        CompletionStage<Map<String, Object>> closed = after.close("p-1", closure, "lobby");
        assertThat(said).singleElement().satisfies(command -> {
            assertThat(command.target().machine()).isEqualTo("ATM-1");
            assertThat(command.staff()).isEqualTo("lobby");
            assertThat(command.closure()).isEqualTo(closure);
        });
        answer("ATM-1", "a-1", "{\"page\":\"p-1\",\"was\":\"romance\",\"more\":\"<b>\"}");
        assertThat(closed).isCompletedWithValue(Map.of("page", "p-1", "was", "romance"));
    }

    @Test
    void ofAMachineThatIsAwayItIsSaidWhereElseItCanBeDone() {
        for (Callable<?> does : List.<Callable<?>>of(
                () -> after.form("p-3", "lobby"),
                () -> after.packet("p-3", "head"),
                () -> after.close("p-3", new Closure("unknown", List.of(), "", ""), "lobby"))) {
            assertThatThrownBy(does::call)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("ATM-3 is not on the line; do it at the machine's own desk");
        }
        assertThatThrownBy(() -> after.form("p-9", "lobby")).hasMessageContaining("no machine tells of such a page");
        assertThat(said).isEmpty();
    }

    @Test
    void theOverviewAddsUpWhatMachinesCountAndSaysWhoseTheRestIsAndWhoIsMissing() {
        CompletionStage<Map<String, Object>> seen = after.overview("head");
        answer("ATM-1", "a-1", overview(3, "PT12S", "2026-01-01T03:00:00Z"));
        answer("ATM-2", "a-2", overview(4, "PT30S", "2026-01-01T02:00:00Z"));
        assertThat(Json.text(seen.toCompletableFuture().join()))
                .isEqualTo(("{'days':[{'day':'2026-01-01','asked':7,'warned':2,'stopped':0,'held':0,'released':0,"
                                + "'cancelled':0,'pages':0,'falsePages':0,"
                                + "'acknowledgedMedians':{'ATM-1':'PT12S','ATM-2':'PT30S'}}],"
                                + "'unusual':[{'staff':'lobby','limit':'releases-a-day','within':'PT24H',"
                                + "'releases':9,'machine':'ATM-1'},{'staff':'lobby','limit':'releases-a-day',"
                                + "'within':'PT24H','releases':9,'machine':'ATM-2'}],"
                                + "'patrols':[{'staff':'lobby','at':'2026-01-01T02:00:00Z','machine':'ATM-2'},"
                                + "{'staff':'lobby','at':'2026-01-01T03:00:00Z','machine':'ATM-1'}],"
                                + "'missing':['ATM-3']}")
                        .replace('\'', '"'));
    }

    @Test
    void aRoundIsWrittenDownByEveryMachineThatIsHereAndWhereNoneIsThatIsSaid() {
        CompletionStage<Map<String, Object>> went = after.patrol("lobby");
        answer("ATM-2", "a-2", "{\"staff\":\"lobby\"}");
        commands.heard(
                "ATM-1",
                "{\"kind\":\"answer\",\"actionId\":\"a-1\",\"ok\":false,\"problem\":{\"type\":"
                        + "\"urn:kioskguard:problem:too-many\",\"status\":429,\"detail\":\"written down already\"}}");
        assertThat(went).isCompletedWithValue(Map.of("staff", "lobby", "machines", List.of("ATM-2")));

        board.status("ATM-1", Told.status("ATM-1", "stopped"), NOW);
        board.status("ATM-2", Told.status("ATM-2", "stopped"), NOW);
        assertThatThrownBy(() -> after.patrol("lobby").toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("no machine is on the line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"days\":[],\"unusual\":[],\"patrols\":[{\"staff\":\"x\",\"at\":\"yesterday\"}]}",
                "{\"days\":[{\"day\":\"2026-01-01\",\"asked\":-1}],\"unusual\":[],\"patrols\":[]}",
                "{\"days\":[{\"day\":\"2026-01-01\",\"asked\":\"<img>\"}],\"unusual\":[],\"patrols\":[]}"
            })
    void whatIsNoAnswerToWhatWasAskedIsRefusedAndTheDeskWaitsOn(String forged) {
        CompletionStage<Map<String, Object>> seen = after.overview("head");
        answer("ATM-2", "a-2", overview(1, "PT1S", "2026-01-01T02:00:00Z"));
        assertThatThrownBy(() -> answer("ATM-1", "a-1", forged)).isInstanceOf(ProblemException.class);
        assertThat(seen).isNotDone();
        answer("ATM-1", "a-1", overview(1, "PT1S", "2026-01-01T02:00:00Z"));
        assertThat(seen).as("control").isCompleted();
    }

    private void answer(String machine, String actionId, String body) {
        commands.heard(
                machine, "{\"kind\":\"answer\",\"actionId\":\"%s\",\"ok\":true,\"body\":%s}".formatted(actionId, body));
    }

    private static String overview(int asked, String median, String patrol) {
        return ("{'days':[{'day':'2026-01-01','asked':%d,'warned':1,'stopped':0,'held':0,'released':0,'cancelled':0,"
                        + "'pages':0,'falsePages':0,'acknowledgedMedian':'%s','more':1}],"
                        + "'unusual':[{'staff':'lobby','limit':'releases-a-day','releases':9,'within':'PT24H'}],"
                        + "'patrols':[{'staff':'lobby','at':'%s'}]}")
                .formatted(asked, median, patrol)
                .replace('\'', '"');
    }

    private static final class Now implements Turns {
        @Override
        public CompletionStage<?> between(Consumer<Instant> task) {
            task.accept(NOW);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public InstantSource time() {
            return InstantSource.fixed(NOW);
        }
    }
}
