package dev.kioskguard.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kioskguard.app.hop.Hops;
import dev.kioskguard.app.record.Recovery;
import dev.kioskguard.app.record.Replay;
import dev.kioskguard.app.terminal.Eyes;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.guard.decide.LastConfirmation;
import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.vision.NothingToSee;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.Displays;
import dev.kioskguard.web.front.NoticeBook;
import dev.kioskguard.web.front.Receipts;
import dev.kioskguard.web.front.ScreenBoard;
import dev.kioskguard.web.front.TransferBook;
import dev.kioskguard.web.front.Wording;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class HandsTest {

    private static final Instant NOON = RunnerBench.NOON;

    @TempDir
    Path data;

    private final Journal journal = new MemoryJournal(new SecureRandom());
    private final TransferBook book = new TransferBook();
    private final Wording wording =
            new Wording(() -> ShippedContent.pack(), ZoneOffset.UTC, Map.of("branch", "b", "hotline", "1"));
    private final Tellers tellers =
            new Tellers(wording, new Receipts(wording), new NoticeBook(), new Displays(wording, "B-1"));
    private final BankBoard bank = new BankBoard(2, 2, tellers.receipts());
    private final ScreenBoard screen = new ScreenBoard(Screens.idle(NOON));
    private final Decision letGo = LastConfirmation.decided();
    private final Case cleared = Objects.requireNonNull(letGo.next().open());
    private boolean keyLost;
    private DataDirectory folder;
    private Clearances clearances;
    private Hands hands;

    @BeforeEach
    void makeHands() {
        folder = DataDirectory.open(data);
        var keys = ClearanceKeys.open(folder, new SecureRandom());
        clearances = new Clearances(keys, journal, "T-1", () -> "pack", this::life);
        var pages = new PageBoard("T-1", journal, () -> NOON, Rota.usual(ZoneOffset.UTC));
        hands = new Hands(
                new Hands.Boards(book, bank, screen, pages, tellers, Hops.none()),
                new Eyes(new NothingToSee("no camera here")),
                clearances);
        book.state(cleared.transferId(), "confirming");
        journal.append(
                new Entry(NOON, "ChoiceMade", null, JsonMapper.builder().build().createObjectNode(), null));
    }

    private Duration life() {
        if (keyLost) {
            throw new IllegalStateException("no key");
        }
        return Duration.ofMinutes(10);
    }

    @AfterEach
    void close() {
        bank.close();
        folder.close();
    }

    /** Control: this is what the application gets when all goes well. */
    @Test
    void whatIsLetGoIsClearedWithItsClearance() {
        assertThat(failures()).isZero();

        assertThat(found().state()).isEqualTo("cleared");
        assertThat(found().clearance()).isNotNull();
        assertThat(screen.now().kind()).isEqualTo(Screen.Kind.RESULT);
    }

    @Test
    void whatCannotBeSignedIsClearedForNobody() {
        keyLost = true;

        assertThat(failures()).as("the hand that signs says so").isOne();

        assertThat(found().state()).isEqualTo("confirming");
        assertThat(found().verdict()).isNull();
        assertThat(found().clearance()).isNull();
        assertThat(screen.now().kind())
                .as("the customer is not told that it went")
                .isEqualTo(Screen.Kind.IDLE);
    }

    @Test
    void whoseClearanceCannotBeSignedNeverSeesThatItWasAcceptedNotEvenForAMoment() {
        List<Screen.Kind> seen = new ArrayList<>();
        screen.onShown(shown -> seen.add(shown.kind()));
        keyLost = true;

        assertThat(failures()).isOne();

        assertThat(seen).containsExactly(Screen.Kind.IDLE);
    }

    @Test
    void aRestartSignsWhatCouldNotBeSigned() {
        keyLost = true;
        assertThat(failures()).isOne();
        keyLost = false;
        var again = new TransferBook();
        var verdict = Objects.requireNonNull(cleared.verdict());

        Recovered.into(
                again,
                new Recovery(
                        GuardState.EMPTY,
                        List.of(new Recovery.Ended(cleared.transferId(), verdict)),
                        List.of(new Replay.Cleared(cleared, journal.head(), "pack")),
                        Map.of()),
                clearances);

        var entry = again.find(cleared.transferId()).orElseThrow();
        assertThat(entry.state()).isEqualTo("cleared");
        assertThat(entry.clearance()).isEqualTo(clearances.sign(cleared, journal.head(), "pack"));
    }

    /** Carries out every effect of the step, as the guard's core does, and returns how many could not be. */
    private int failures() {
        assertThat(letGo.effects()).as("control").anyMatch(Effect.Sign.class::isInstance);
        return (int) letGo.effects().stream()
                .filter(effect -> catchThrowable(() -> hands.accept(effect)) != null)
                .count();
    }

    private TransferBook.Entry found() {
        return book.find(cleared.transferId()).orElseThrow();
    }
}
