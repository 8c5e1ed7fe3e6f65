package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.Letter;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.PageBook;
import dev.kioskguard.paging.Role;
import dev.kioskguard.paging.channel.Sheet;
import dev.kioskguard.paging.drill.Drill;
import dev.kioskguard.paging.tally.Fact;
import dev.kioskguard.web.desk.drill.DrillBoard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever anybody does in a drill, no real thing is another one afterwards. */
class DrillIsWatertightTest {

    private static final int DRILLS = 15;
    private static final int DEEDS_EACH = 40;
    private static final List<String> WORDS = List.of("release", "hold", "cancel", "escalate");
    private static final List<String> QUESTIONS = List.of("talk-aside", "ask-the-caller", "ring-the-family", "blame");

    private static final ContentPack PACK = ShippedContent.pack();

    private final Random chance = new Random(20260101);
    private DeskBench desk;
    private List<String> staff;

    @BeforeEach
    void aRealPageIsOver(@TempDir Path temp) throws IOException, InterruptedException {
        desk = new DeskBench(temp);
        staff = List.of(desk.signIn(Role.LOBBY_MANAGER), desk.signIn(Role.HEAD_OF_BRANCH), desk.signIn(Role.OFFICER));
        desk.holdATransfer();
        desk.verdict(staff.get(0), "a-1", "\"action\":\"cancel\"");
        desk.taken(at -> new GuardEvent.VisitEnded(at, "s-1"));
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.log.facts()).as("control: what is real is counted").isNotEmpty();
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void noDeedOfADrillReachesTheGuardThePagesTheOutsideOrTheFigures() throws IOException, InterruptedException {
        World before = world();
        int ended = 0;
        for (int i = 0; i < DRILLS; i++) {
            ended += drillAtRandom() ? 1 : 0;
            assertThat(world()).as("drill %s", i).isEqualTo(before);
        }
        assertThat(ended).as("control: some were played to their end").isGreaterThan(2);
        assertThat(desk.journal.lines(0, 1000))
                .as("control: they are lines of the journal")
                .filteredOn(line -> line.fields().kind().equals(DrillBoard.KIND))
                .hasSizeGreaterThan(DRILLS * 2);
    }

    @Test
    void aDrillThatWouldDecideIsFound() throws IOException, InterruptedException {
        leaks(drill -> {
            var word = new StaffWord("drill", "lobby-manager", StaffWord.Action.CANCEL, null, "drilled");
            var unused = desk.guard.offer(at -> new GuardEvent.StaffSpoke(at, "t-2", word));
        });
    }

    @Test
    void aDrillThatWouldRaiseAPageIsFound() throws IOException, InterruptedException {
        leaks(drill ->
                desk.board.carryOut(new Effect.RaisePage(drill.began(), drill.id(), "red", List.of("help-asked"))));
    }

    @Test
    void aDrillThatWouldBeCountedIsFound() throws IOException, InterruptedException {
        leaks(drill -> desk.log.decided(drill.began(), Deed.RELEASE, "lobby-manager", drill.page()));
    }

    private void leaks(Consumer<Drill> leak) throws IOException, InterruptedException {
        desk.ask("t-2", "s-2");
        World before = world();
        begins();
        assertThat(world()).as("control: without a leak").isEqualTo(before);
        desk.drills.onChanged(leak);
        begins();
        assertThat(world()).isNotEqualTo(before);
    }

    private void begins() throws IOException, InterruptedException {
        desk.post(staff.get(1), "/desk/drills", "");
        desk.delete(
                staff.get(1),
                "/desk/drills/" + desk.drills.latest().orElseThrow().id());
    }

    /** Returns whether somebody has decided in it. */
    private boolean drillAtRandom() throws IOException, InterruptedException {
        desk.post(staff.get(1), "/desk/drills", "");
        String id = desk.drills.latest().orElseThrow().id();
        for (int i = 0; i < DEEDS_EACH && desk.drills.runs(); i++) {
            desk.pass(Duration.ofSeconds(chance.nextInt(10)));
            deed(id);
        }
        boolean done = desk.drills.latest().orElseThrow().end() == Drill.End.DONE;
        desk.delete(staff.get(1), "/desk/drills/" + id);
        return done;
    }

    private void deed(String id) throws IOException, InterruptedException {
        String who = staff.get(chance.nextInt(staff.size()));
        String word = WORDS.get(chance.nextInt(WORDS.size()));
        switch (chance.nextInt(9)) {
            case 0, 1 -> desk.post(who, "/desk/drills/" + id + "/acknowledgement", "");
            case 2, 3 -> desk.post(who, "/desk/drills/" + id + "/arrival", "");
            case 4 -> desk.post(who, "/desk/drills/" + id + "/question", "{\"question\":\"" + question() + "\"}");
            case 5 -> desk.post(who, "/desk/drills/" + id + "/verdict", "{\"action\":\"" + word + "\"}");
            case 6 ->
                desk.guard.between(desk.drills::look).toCompletableFuture().join();
            // What a confused or hostile browser could send: a drill for a page, and a page for a drill.
            case 7 -> desk.post(who, "/desk/pages/p-" + id + "/verdict", verdict(id + "-" + chance.nextInt(), word));
            default -> desk.post(who, "/desk/drills/p-t-1/verdict", "{\"action\":\"" + word + "\"}");
        }
    }

    private String question() {
        return QUESTIONS.get(chance.nextInt(QUESTIONS.size()));
    }

    private static String verdict(String actionId, String word) {
        return "{\"actionId\":\"" + actionId + "\",\"action\":\"" + word + "\",\"code\":\"0000\",\"reason\":\"r\"}";
    }

    /** Everything real that a deed could touch, once the guard has done what it was told. */
    private World world() {
        desk.guard.between(at -> {}).toCompletableFuture().join();
        var sheets = new PageSheets(desk.board, PACK::words, page -> true);
        return new World(
                desk.guard.state(),
                desk.board.book(),
                sheets.standing(),
                desk.journal.letters(),
                desk.log.facts(),
                desk.journal.lines(0, 1000).stream()
                        .filter(line -> !line.fields().kind().equals(DrillBoard.KIND))
                        .map(line -> line.fields().kind() + line.fields().open())
                        .toList());
    }

    /** What is real. */
    private record World(
            GuardState state,
            PageBook pages,
            List<Sheet> outside,
            List<Letter> letters,
            List<Fact> facts,
            List<String> lines) {}
}
