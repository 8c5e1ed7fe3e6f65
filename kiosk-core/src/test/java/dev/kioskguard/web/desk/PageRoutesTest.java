package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Role;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.web.http.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PageRoutesTest {

    private static final Duration LEVEL_ONE = Rota.usual(ZoneOffset.UTC).lobbyManager();

    private DeskBench desk;
    private String lobby;

    @BeforeEach
    void someoneSitsAtTheDesk(@TempDir Path temp) throws IOException, InterruptedException {
        desk = new DeskBench(temp);
        lobby = desk.signIn(Role.LOBBY_MANAGER);
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void aPageTellsWhatTheContractSays() throws IOException, InterruptedException {
        assertThat(desk.get(lobby, "/desk/pages").body()).isEqualTo("[]");
        desk.holdATransfer();

        JsonNode page = Call.json(desk.get(lobby, "/desk/pages").body()).get(0);
        assertThat(page.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "machine",
                        "level",
                        "calls",
                        "tier",
                        "reasons",
                        "script",
                        "raisedAt",
                        "deadline",
                        "state",
                        "transferId");
        assertThat(page.get("machine").stringValue()).isEqualTo("ATM-1");
        assertThat(page.get("level").intValue()).isEqualTo(1);
        assertThat(page.get("state").stringValue()).isEqualTo("raised");
        assertThat(page.get("transferId").stringValue()).isEqualTo(DeskBench.TRANSFER);
        assertThat(page.get("reasons").toString()).contains("\"code\":\"help-asked\"");
        assertThat(page.get("script").toString()).contains("出生日期", "date of birth");
        assertThat(page.toString()).as("nothing of the customer's").doesNotContain("张三", "6222", "2000000");
    }

    @Test
    void seenThenAcknowledgedAndEachIsALineWithItsPerson() throws IOException, InterruptedException {
        desk.holdATransfer();
        String head = desk.signIn(Role.HEAD_OF_BRANCH);

        assertThat(desk.post(lobby, DeskBench.PAGE + "/delivery", "").body()).contains("\"delivered\"");
        assertThat(desk.post(lobby, DeskBench.PAGE + "/delivery", "{}").statusCode())
                .isEqualTo(200);
        assertThat(desk.post(head, DeskBench.PAGE + "/acknowledgement", "").body())
                .contains("\"acknowledged\"");

        assertThat(desk.journalled())
                .containsExactly("raised -", "delivered lobby-manager", "acknowledged head-of-branch");
        desk.pass(LEVEL_ONE);
        desk.guard.between(desk.board::look).toCompletableFuture().join();
        assertThat(desk.state()).isEqualTo(Page.State.ACKNOWLEDGED);
    }

    @Test
    void aWayThatHasFailedIsSeenAtTheDeskAndDeliversNothing() throws IOException, InterruptedException {
        desk.holdATransfer();
        desk.ways = Map.of("webhook", "failed", "light", "taken");

        JsonNode page = Call.json(desk.get(lobby, "/desk/pages").body()).get(0);
        assertThat(page.path("ways").path("webhook").asString()).isEqualTo("failed");
        assertThat(page.path("ways").path("light").asString()).isEqualTo("taken");
        assertThat(desk.state()).as("only the desk's own script delivers").isEqualTo(Page.State.RAISED);
    }

    @Test
    void aPageThatNobodySawIsEscalatedUndeliveredAndSaysSoInTheJournal() {
        desk.holdATransfer();
        desk.pass(LEVEL_ONE);
        desk.guard.between(desk.board::look).toCompletableFuture().join();

        assertThat(desk.state()).isEqualTo(Page.State.UNDELIVERED);
        assertThat(desk.journalled()).containsExactly("raised -", "undelivered -");
        assertThat(desk.board.book().all()).extracting(Page::level).containsExactly(2);
    }

    @Test
    void anEngineerReadsPagesButDoesNotCountAsTheOneWhoComes() throws IOException, InterruptedException {
        desk.holdATransfer();
        String engineer = desk.signIn(Role.ENGINEER);

        assertThat(desk.get(engineer, "/desk/pages").body()).contains(DeskBench.TRANSFER);
        for (String word : List.of("/delivery", "/acknowledgement")) {
            assertThat(desk.post(engineer, DeskBench.PAGE + word, "").statusCode())
                    .isEqualTo(403);
        }
        assertThat(desk.state()).isEqualTo(Page.State.RAISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kiosk-desk=", "kiosk-desk=AAAA", "kiosk-screen=x", "other=1"})
    void withoutASessionNothingIsTold(String cookie) throws IOException, InterruptedException {
        desk.holdATransfer();
        for (String path : List.of("/desk/pages", "/desk/events", "/desk/session")) {
            assertThat(desk.get(cookie, path).statusCode()).as(path).isEqualTo(401);
        }
        for (String word : List.of("/delivery", "/acknowledgement", "/verdict")) {
            HttpResponse<String> answer = desk.post(cookie, DeskBench.PAGE + word, "{}");
            assertThat(answer.statusCode()).as(word).isEqualTo(401);
            assertThat(answer.body()).contains("POST /desk/session");
        }
        assertThat(desk.state()).isEqualTo(Page.State.RAISED);
    }

    @Test
    void aPageThatIsNotThereIsNotFound() throws IOException, InterruptedException {
        for (String word : List.of("/delivery", "/acknowledgement")) {
            assertThat(desk.post(lobby, "/desk/pages/p-none" + word, "").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theStreamTellsAllPagesFirstAndThenEachChange() throws IOException {
        var connection = Call.uri(desk.listener, "/desk/events").toURL().openConnection();
        connection.setRequestProperty("Cookie", lobby);
        connection.setReadTimeout(20_000);
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(untilEvent(lines, "pages")).isEqualTo("data: []");
            desk.holdATransfer();
            assertThat(untilEvent(lines, "page")).contains("\"state\":\"raised\"", DeskBench.TRANSFER);
        }
    }

    @Test
    void aFullDiskKeepsAWordFromBeingDoneButNotAPageFromBeingRaised() {
        var journal = mock(Journal.class);
        when(journal.append(any(), any()))
                .thenThrow(new JournalException(JournalException.Reason.FULL, "the disk is full"));
        var board = new PageBoard("ATM-1", journal, () -> Instant.EPOCH, Rota.usual(ZoneOffset.UTC));

        board.carryOut(new Effect.RaisePage(Instant.EPOCH, "t-2", "red", List.of("coached")));
        assertThat(board.book().find("p-t-2")).isPresent();
        assertThatThrownBy(() -> board.said("p-t-2", Happening.TAKEN, "x", Instant.EPOCH))
                .isInstanceOf(JournalException.class);
        assertThat(board.book().find("p-t-2").orElseThrow().state()).isEqualTo(Page.State.RAISED);
    }

    @Test
    void aPageIsThereAfterARestartAsFarAsItHadComeAndItsTimeRunsOn() throws IOException, InterruptedException {
        desk.holdATransfer();
        assertThat(desk.afterARestart().book()).isEqualTo(desk.board.book());

        desk.post(lobby, DeskBench.PAGE + "/delivery", "");
        PageBoard again = desk.afterARestart();
        assertThat(again.book().ofTransfer(DeskBench.TRANSFER).orElseThrow().state())
                .isEqualTo(Page.State.DELIVERED);

        again.look(Instant.parse("2026-01-01T05:00:00Z"));
        assertThat(again.book().ofTransfer(DeskBench.TRANSFER).orElseThrow().level())
                .isEqualTo(Page.LEVEL_LAST);
    }

    private static String untilEvent(BufferedReader lines, String name) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals("event: " + name)) {
            line = lines.readLine();
        }
        return String.valueOf(lines.readLine());
    }
}
