package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.channel.CommandDeeds;
import dev.kioskguard.app.channel.CommandDoor;
import dev.kioskguard.app.channel.Refusals;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.paging.Page;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.desk.after.Closure;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.desk.command.DeskCommand.Target;
import dev.kioskguard.web.desk.command.Doing;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk elsewhere, a stranger, and a machine at which a transfer is held. */
class CommandsFromElsewhereTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SigningKey DESK = SigningKey.generate(RANDOM);
    private static final SigningKey STRANGER = SigningKey.generate(RANDOM);
    private static final Target HERE = new Target("B-1", "ATM-1", "p-t-1");

    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-01-01T04:00:00Z"));
    private final AtomicReference<PublicKeys> trusted = new AtomicReference<>(DESK.publicKeys());
    private final Journal journal = new MemoryJournal(RANDOM);
    private DeskBench desk;
    private CommandDoor door;

    @BeforeEach
    void aTransferIsHeld(@TempDir Path temp) {
        desk = new DeskBench(temp);
        desk.holdATransfer();
        door = door();
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void aSignedReleaseWithTheCodeOnTheScreenGoesTheWayOfTheMachinesOwnDesk() {
        assertThat(answer(command("a-1", Doing.RELEASE, desk.code())))
                .hasValue("{\"messageId\":\"ATM-1/a-1\",\"kind\":\"answer\",\"actionId\":\"a-1\",\"ok\":true,"
                        + "\"body\":{\"actionId\":\"a-1\",\"action\":\"release\",\"transferId\":\"t-1\","
                        + "\"state\":\"asking\"}}");
        assertThat(stage()).isNotEqualTo(Stage.HELD);
        assertThat(desk.journalled()).containsExactly("raised -", "acknowledged lobby");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void deliveryAndAcknowledgementAreTheWordOfThatDesk() {
        answer(command("a-1", Doing.DELIVERY, null));
        assertThat(desk.state()).isEqualTo(Page.State.DELIVERED);
        answer(command("a-2", Doing.ACKNOWLEDGEMENT, null));
        assertThat(desk.state()).isEqualTo(Page.State.ACKNOWLEDGED);
    }

    /** What comes twice is done once, and whoever waits for the answer gets it again. */
    @Test
    void theSameCommandAgainGetsTheFirstAnswerAndIsNotDoneTwice() {
        DeskCommand up = command("a-1", Doing.ESCALATE, null);
        Optional<String> first = answer(up);
        for (int i = 0; i < 5; i++) {
            assertThat(answer(up)).isEqualTo(first);
        }
        assertThat(desk.board.book().all()).extracting(Page::level).containsExactly(2);
        assertThat(refusals()).containsExactly("command-replayed 1");
    }

    @Test
    void aWrongCodeIsRefusedInTheWordsOfTheOwnDesk() {
        String wrong = desk.code().equals("0000") ? "0001" : "0000";
        assertThat(answer(command("a-1", Doing.RELEASE, wrong)).orElseThrow())
                .contains("\"ok\":false", "\"status\":403", "not the one on the customer's screen");
        assertThat(answer(command("a-2", Doing.RELEASE, null)).orElseThrow()).contains("\"status\":403");
        assertThat(stage()).isEqualTo(Stage.HELD);
    }

    @Test
    void whatNoTrustedDeskHasSignedIsNeitherDoneNorAnswered() {
        DeskCommand cancel = command("a-1", Doing.CANCEL, null);
        assertThat(take(cancel.sign(STRANGER))).isEmpty();
        String good = cancel.sign(DESK);
        assertThat(take(good.substring(0, good.length() - 4) + "AAAA")).isEmpty();
        trusted.set(PublicKeys.NONE);
        assertThat(take(good)).as("a desk that was taken off").isEmpty();

        assertThat(stage()).isEqualTo(Stage.HELD);
        assertThat(refusals()).containsExactly("command-signature 1");
        trusted.set(DESK.publicKeys());
        assertThat(take(good)).as("control").isPresent();
        assertThat(stage()).isEqualTo(Stage.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "{}", "\u0000\uFFFF", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoTokenIsRefusedAndWrittenDownOnceAMinute(String garbage) {
        for (int i = 0; i < 100; i++) {
            assertThat(take(garbage)).isEmpty();
        }
        assertThat(refusals()).hasSize(1).first().asString().matches("command-(form|signature) 1");
        desk.pass(Duration.ofMinutes(1));
        take(garbage);
        assertThat(refusals()).hasSize(2).last().asString().endsWith(" 100");
    }

    @Test
    void whatADeskHasSignedForSomethingElseIsNoCommand() {
        assertThat(take(DESK.sign("clearance+jwt", "{}"))).isEmpty();
        assertThat(take(DESK.sign(DeskCommand.TYPE, "{\"jti\":\"a\",\"does\":\"pay\"}")))
                .isEmpty();
        assertThat(take(DESK.sign(DeskCommand.TYPE, "[]"))).isEmpty();
        assertThat(refusals()).containsExactly("command-form 1");
    }

    @Test
    void aCommandForAnotherMachineOrBranchIsNotDoneHere() {
        for (Target elsewhere : List.of(new Target("B-1", "ATM-2", "p-t-1"), new Target("B-2", "ATM-1", "p-t-1"))) {
            assertThat(take(command("a-1", elsewhere, wall.get()).sign(DESK))).isEmpty();
        }
        assertThat(stage()).isEqualTo(Stage.HELD);
        assertThat(refusals()).containsExactly("command-machine 1");
    }

    @Test
    void aCommandHasItsTimeAndARestartEndsIt() {
        String cancel = command("a-1", HERE, wall.get()).sign(DESK);
        wall.updateAndGet(now -> now.plusSeconds(5));
        CommandDoor afterARestart = door();
        assertThat(afterARestart.take(cancel).toCompletableFuture().join().orElseThrow())
                .contains("has started");

        wall.updateAndGet(now -> now.plus(DeskCommand.LIFE_MAX));
        assertThat(take(cancel).orElseThrow()).contains("command-expired", "\"ok\":false");
        Instant future = wall.get().plus(Duration.ofMinutes(5));
        assertThat(take(command("a-2", HERE, future).sign(DESK)).orElseThrow()).contains("set the clocks");
        assertThat(stage()).isEqualTo(Stage.HELD);
        assertThat(refusals()).as("another process counts anew").containsOnly("command-expired 1");
        assertThat(take(command("a-3", HERE, wall.get()).sign(DESK)).orElseThrow())
                .contains("\"ok\":true");
    }

    @Test
    void aCommandThatCouldNotBeWrittenMayBeTriedAgain() {
        DeskCommand cancel = command("a-1", Doing.CANCEL, null);
        desk.diskFull = true;
        assertThat(answer(cancel).orElseThrow()).contains("journal-failed");
        desk.diskFull = false;
        assertThat(answer(cancel).orElseThrow()).contains("\"ok\":true");
        assertThat(stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void aPageThatIsNotThereOrIsOverIsSaidSo() {
        Target other = new Target("B-1", "ATM-1", "p-none");
        assertThat(take(command("a-1", other, wall.get()).sign(DESK)).orElseThrow())
                .contains("\"status\":404");
        answer(command("a-2", Doing.CANCEL, null));
        assertThat(answer(command("a-3", Doing.HOLD, null)).orElseThrow()).contains("transfer-ended");
    }

    @Test
    void whatComesAfterGoesTheWayOfTheMachinesOwnDeskToo() {
        assertThat(answer(command("a-1", Doing.FORM, null)).orElseThrow()).contains("\"ok\":true", "brushing-job");
        assertThat(answer(closure("a-2", "romance")).orElseThrow()).contains("transfer-open");
        answer(command("a-3", Doing.CANCEL, null));
        assertThat(answer(closure("a-4", "of-another-pack")).orElseThrow()).contains("\"status\":422");
        assertThat(answer(closure("a-5", "romance")).orElseThrow()).contains("\"ok\":true", "\"was\":\"romance\"");
        assertThat(desk.deskLines()).last().asString().contains("\"closed-out\",\"staff\":\"lobby\"");
        assertThat(desk.closures).extracting(Closure::trick).containsExactly("网友说急需用钱");
        assertThat(answer(command("a-6", Doing.PACKET, null)).orElseThrow()).contains("not-yet-level-3");
        assertThat(answer(command("a-7", Doing.OVERVIEW, null)).orElseThrow()).contains("\"cancelled\":1");
        assertThat(answer(command("a-8", Doing.PATROL, null)).orElseThrow()).contains("\"ok\":true");
    }

    @Test
    void aCloseOutThatTellsOfSomebodyIsNoCommand() {
        var closure = new Closure("romance", List.of(), "卡号 6222 0200 0000 1234", "");
        Instant now = wall.get();
        String token = new DeskCommand(
                        "a-1", HERE, Doing.CLOSURE, "lobby", null, null, closure, now, now.plusSeconds(60))
                .sign(DESK);
        assertThat(take(token)).isEmpty();
        assertThat(refusals()).containsExactly("command-form 1");
    }

    private CommandDoor door() {
        var inside = new CommandDoor.Inside(
                new CommandDeeds(desk.board, desk.verdicts, desk.after), new Refusals(desk.guard, journal));
        return new CommandDoor("B-1", "ATM-1", trusted::get, wall::get, inside);
    }

    private Optional<String> answer(DeskCommand command) {
        return take(command.sign(DESK));
    }

    private Optional<String> take(String token) {
        return door.take(token).toCompletableFuture().join();
    }

    private DeskCommand command(String id, Doing does, String code) {
        Instant now = wall.get();
        String reason = does.action() == null ? null : "客户说得清楚";
        Target target = does.isAboutAPage() ? HERE : new Target("B-1", "ATM-1", "");
        return new DeskCommand(id, target, does, "lobby", code, reason, null, now, now.plusSeconds(60));
    }

    private DeskCommand closure(String id, String was) {
        Instant now = wall.get();
        var closure = new Closure(was, List.of("talked-aside"), "网友说急需用钱", "");
        return new DeskCommand(id, HERE, Doing.CLOSURE, "lobby", null, null, closure, now, now.plusSeconds(60));
    }

    private static DeskCommand command(String id, Target target, Instant at) {
        return new DeskCommand(id, target, Doing.CANCEL, "lobby", null, "r", null, at, at.plusSeconds(60));
    }

    private Stage stage() {
        return desk.guard.state().open() == null
                ? Stage.REFUSED
                : desk.guard.state().open().stage();
    }

    /** The lines as they stand once the guard has come to them. */
    private List<String> refusals() {
        desk.guard.between(at -> {}).toCompletableFuture().join();
        return journal.lines(0, 100).stream()
                .map(line -> line.fields())
                .filter(fields -> fields.kind().equals(Refusals.KIND))
                .map(fields -> fields.open())
                .map(open ->
                        open.path("kind").asString() + " " + open.path("times").asLong())
                .toList();
    }
}
