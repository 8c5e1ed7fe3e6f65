package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.staff.Refused;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictRoutesTest {

    private DeskBench desk;
    private String lobby;

    @BeforeEach
    void aTransferIsHeld(@TempDir Path temp) throws IOException, InterruptedException {
        desk = new DeskBench(temp);
        lobby = desk.signIn(Role.LOBBY_MANAGER);
        desk.holdATransfer();
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void aReleaseWithTheCodeOnTheScreenLetsTheCustomerGoOn() throws IOException, InterruptedException {
        HttpResponse<String> answer = desk.verdict(lobby, "a-1", release(desk.code()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"actionId\":\"a-1\",\"action\":\"release\",\"transferId\":\"t-1\",\"state\":\"asking\"}");
        assertThat(stage()).isNotEqualTo(Stage.HELD);
        assertThat(desk.state()).as("whoever released was there").isEqualTo(Page.State.ACKNOWLEDGED);
        assertThat(desk.journalled()).containsExactly("raised -", "acknowledged lobby-manager");
    }

    @Test
    void theSameActionAgainGetsTheFirstAnswer() throws IOException, InterruptedException {
        String release = release(desk.code());
        HttpResponse<String> first = desk.verdict(lobby, "a-1", release);
        HttpResponse<String> again = desk.verdict(lobby, "a-1", release);
        desk.taken(at -> new GuardEvent.TransferWithdrawn(at, DeskBench.TRANSFER));
        HttpResponse<String> afterTheEnd = desk.verdict(lobby, "a-1", release);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(afterTheEnd.body()).isEqualTo(first.body());
        assertThat(desk.verdict(lobby, "a-2", release).statusCode())
                .as("control: a fresh action is judged anew")
                .isEqualTo(409);
    }

    @Test
    void anActionOfAnotherSessionIsRefusedAlsoOfTheSamePerson() throws IOException, InterruptedException {
        desk.verdict(lobby, "a-1", release("none"));
        for (Role role : new Role[] {Role.HEAD_OF_BRANCH, Role.LOBBY_MANAGER}) {
            HttpResponse<String> captured = desk.verdict(desk.signIn(role), "a-1", release(desk.code()));
            assertThat(captured.statusCode()).isEqualTo(403);
            assertThat(captured.body()).contains("another session");
        }
        assertThat(desk.refused).containsExactly(Refused.CAPTURED_ACTION, Refused.CAPTURED_ACTION);
        assertThat(stage()).isEqualTo(Stage.HELD);
    }

    @Test
    void aWrongCodeReleasesNothing() throws IOException, InterruptedException {
        String wrong = desk.code().equals("0000") ? "0001" : "0000";
        assertThat(desk.verdict(lobby, "a-1", release(wrong)).statusCode()).isEqualTo(403);
        assertThat(desk.verdict(lobby, "a-2", "\"action\":\"release\"").statusCode())
                .isEqualTo(403);
        assertThat(stage()).isEqualTo(Stage.HELD);
        assertThat(desk.state()).isEqualTo(Page.State.RAISED);
    }

    @Test
    void holdEscalateAndCancelGoThroughAndAfterTheEndNothingDoes() throws IOException, InterruptedException {
        assertThat(desk.verdict(lobby, "a-1", "\"action\":\"hold\"").body()).contains("\"held\"");
        assertThat(desk.state()).isEqualTo(Page.State.ACKNOWLEDGED);
        assertThat(desk.verdict(lobby, "a-2", "\"action\":\"escalate\"").statusCode())
                .isEqualTo(200);
        assertThat(desk.board.book().all()).extracting(Page::level).containsExactly(2);
        assertThat(desk.state()).isEqualTo(Page.State.ESCALATED);

        assertThat(desk.verdict(lobby, "a-3", "\"action\":\"cancel\"").body()).contains("\"refused\"");
        assertThat(desk.state()).isEqualTo(Page.State.RESOLVED);
        HttpResponse<String> late = desk.verdict(lobby, "a-4", "\"action\":\"hold\"");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("transfer-ended");
    }

    @Test
    void anEngineerDecidesNothing() throws IOException, InterruptedException {
        String engineer = desk.signIn(Role.ENGINEER);
        HttpResponse<String> answer = desk.verdict(engineer, "a-1", release(desk.code()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(stage()).isEqualTo(Stage.HELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"actionId\":\"a\",\"action\":\"release\"}",
                "{\"actionId\":\"\",\"action\":\"hold\",\"reason\":\"r\"}",
                "{\"actionId\":\"a\",\"action\":\"pay\",\"reason\":\"r\"}",
                "{\"actionId\":\"a\",\"action\":\"hold\",\"reason\":\" \"}",
                "{\"actionId\":\"a\",\"action\":\"hold\",\"reason\":\"r\",\"staff\":\"head-of-branch\"}",
                "{\"actionId\":\"a\",\"action\":\"hold\",\"reason\":\"r\",\"action\":\"cancel\"}",
                "{\"actionId\":\"a\",\"action\":\"release\",\"code\":1234,\"reason\":\"r\"}"
            })
    void aBadBodyIsRefusedAndDoesNothing(String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = desk.post(lobby, DeskBench.PAGE + "/verdict", body);
        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(stage()).isEqualTo(Stage.HELD);
    }

    @Test
    void aVerdictThatCouldNotBeWrittenMayBeTriedAgain() throws IOException, InterruptedException {
        String release = release(desk.code());
        desk.diskFull = true;
        assertThat(desk.verdict(lobby, "a-1", release).statusCode()).isEqualTo(503);
        assertThat(stage()).isEqualTo(Stage.HELD);

        desk.diskFull = false;
        assertThat(desk.verdict(lobby, "a-1", release).statusCode()).isEqualTo(200);
        assertThat(stage()).isNotEqualTo(Stage.HELD);
    }

    private Stage stage() {
        return desk.guard.state().open().stage();
    }

    private static String release(String code) {
        return "\"action\":\"release\",\"code\":\"" + code + "\"";
    }
}
