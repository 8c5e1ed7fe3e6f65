package dev.kioskguard.web.desk.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.web.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchBoardTest {

    private Instant now = Instant.parse("2026-01-01T04:00:00Z");
    private final BranchBoard board = new BranchBoard(now);

    @BeforeEach
    void theLineStandsAndAMachineHasAPage() {
        board.connected();
        board.status("ATM-1", Told.status("ATM-1", "here"), now);
        raised("ATM-1", "p-1");
    }

    @Test
    void aPageIsShownAsItsMachineTellsItAndIsOverWhenTheMachineTakesItAway() {
        assertThat(board.pages())
                .singleElement()
                .satisfies(page -> assertThat(page)
                        .containsEntry("id", "p-1")
                        .containsEntry("machine", "ATM-1")
                        .containsEntry("state", "raised")
                        .doesNotContainKeys("messageId", "later"));
        board.page("ATM-2", "p-1", null, now);
        assertThat(ids()).as("another machine takes nothing away").containsExactly("p-1");
        assertThat(board.isSomebodyWaiting()).isTrue();
        board.page("ATM-1", "p-1", null, now);
        assertThat(ids()).isEmpty();
        assertThat(board.isSomebodyWaiting()).isFalse();
        assertThat(over()).as("it can be closed out").containsExactly("p-1");
        assertThat(board.find("p-1")).isPresent();
        raised("ATM-1", "p-1");
        assertThat(ids()).as("somebody else had cleared it").containsExactly("p-1");
        assertThat(over()).isEmpty();
    }

    @Test
    void whereACardWasStoppedBeforeIsTakenOverAsWhatItIs() {
        String told = Told.page("ATM-1", "p-2", "raised").replace("\"strength\"", "\"stopped\":_,\"strength\"");
        board.page(
                "ATM-1",
                "p-2",
                told.replace("_", "{\"machine\":\"ATM-2\",\"at\":\"2026-01-01T03:00:00Z\",\"x\":1}"),
                now);
        assertThat(String.valueOf(board.pages()))
                .contains("stopped={")
                .contains("machine=ATM-2", "at=2026-01-01T03:00:00Z")
                .doesNotContain("x=1");
        assertThatThrownBy(() -> board.page("ATM-1", "p-2", told.replace("_", "{\"machine\":\"ATM-2\"}"), now))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void ofPagesThatAreOverTheLatestAreRemembered() {
        for (int i = 0; i < BranchBoard.OVER_MAX + 5; i++) {
            raised("ATM-1", "q-" + i);
            board.page("ATM-1", "q-" + i, null, now);
        }
        assertThat(over()).hasSize(BranchBoard.OVER_MAX).startsWith("q-5").endsWith("q-104");
        assertThat(ids()).containsExactly("p-1");
    }

    @Test
    void whileTheLineIsDownWhatWasKnownStaysAndItIsSaidSinceWhen() {
        board.lost(now);
        pass(Duration.ofHours(1));
        board.look(now);
        assertThat(ids()).containsExactly("p-1");
        assertThat(board.body("no broker", now))
                .extracting("line")
                .isEqualTo(Map.of("up", false, "since", "2026-01-01T04:00:00Z", "detail", "no broker"));
    }

    /** A broker that has forgotten everything tells nothing; a page that was cleared in the meantime neither. */
    @Test
    void onALineMadeAnewAPageLeavesOnlyOnceItsMachineIsHeardAndDoesNotTellOfIt() {
        raised("ATM-1", "p-2");
        board.lost(now);
        board.connected();
        pass(Duration.ofHours(1));
        board.look(now);
        assertThat(ids()).as("the machine is not there yet").containsExactly("p-1", "p-2");

        board.status("ATM-1", Told.status("ATM-1", "here"), now);
        raised("ATM-1", "p-2");
        pass(BranchBoard.SETTLED_AFTER.minusMillis(1));
        board.look(now);
        assertThat(ids()).containsExactly("p-1", "p-2");
        pass(Duration.ofMillis(1));
        assertThat(board.look(now)).isTrue();
        assertThat(ids()).containsExactly("p-2");
        assertThat(over()).containsExactly("p-1");
        assertThat(board.look(now)).as("nothing new").isFalse();
    }

    @Test
    void aMachineIsHereOrLostOrStoppedOrSilent() {
        board.status("ATM-2", Told.status("ATM-2", "gone"), now);
        board.status("ATM-3", Told.status("ATM-3", "stopped"), now);
        raised("ATM-4", "p-4");
        assertThat(states()).containsExactly("here", "gone", "stopped", "unknown");
        assertThat(board.here(now)).containsExactly("ATM-1");
        assertThat(List.of("ATM-1", "ATM-2", "ATM-3", "ATM-4").stream().filter(each -> board.isInReach(each, now)))
                .containsExactly("ATM-1", "ATM-4");

        pass(ToldMachine.SILENT_AFTER);
        assertThat(board.look(now)).as("silence is news").isTrue();
        assertThat(states()).containsExactly("silent", "gone", "stopped", "silent");
        board.status("ATM-1", Told.status("ATM-1", "here"), now);
        assertThat(states()).first().isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "forged",
                "[]",
                "{}",
                "{\"id\":\"p-9\",\"machine\":\"ATM-2\"}",
                "{\"id\":\"p-9\",\"machine\":\"ATM-1\",\"level\":1,\"calls\":[\"x\"],\"tier\":\"red\",\"reasons\":[1]}"
            })
    void whatIsNoPageOfThatMachineIsRefusedAndAllStays(String forged) {
        assertThatThrownBy(() -> board.page("ATM-1", "p-9", forged, now)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> board.page("ATM-1", "p-1", forged, now)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> board.status("ATM-1", forged, now)).isInstanceOf(ProblemException.class);
        assertThat(ids()).containsExactly("p-1");
        assertThat(states()).containsExactly("here");
    }

    @Test
    void nobodyElseHasAPageOfThatIdAndThereIsAnEndToMachinesAndPages() {
        assertThatThrownBy(() -> raised("ATM-2", "p-1")).isInstanceOf(ProblemException.class);
        for (int i = 2; i <= BranchBoard.MACHINES_MAX; i++) {
            board.status("M-" + i, Told.status("M-" + i, "here"), now);
        }
        assertThatThrownBy(() -> board.status("M-x", Told.status("M-x", "here"), now))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> raised("M-x", "p-x")).isInstanceOf(ProblemException.class);
        for (int i = 1; i < BranchBoard.PAGES_MAX; i++) {
            raised("ATM-1", "q-" + i);
        }
        assertThatThrownBy(() -> raised("ATM-1", "q-x")).isInstanceOf(ProblemException.class);
        assertThat(ids()).hasSize(BranchBoard.PAGES_MAX);
    }

    private void raised(String machine, String id) {
        board.page(machine, id, Told.page(machine, id, "raised"), now);
    }

    private void pass(Duration span) {
        now = now.plus(span);
    }

    private List<Object> ids() {
        return ids(false);
    }

    private List<Object> over() {
        return ids(true);
    }

    private List<Object> ids(boolean over) {
        return board.pages().stream()
                .filter(page -> "resolved".equals(page.get("state")) == over)
                .map(page -> page.get("id"))
                .toList();
    }

    @SuppressWarnings("unchecked") // The body is the desk's own.
    private List<Object> states() {
        return ((List<Map<String, Object>>) board.body("", now).get("machines"))
                .stream().map(machine -> machine.get("state")).toList();
    }
}
