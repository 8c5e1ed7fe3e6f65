package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Role;
import dev.kioskguard.paging.drill.Drill;
import dev.kioskguard.paging.drill.Drill.End;
import dev.kioskguard.web.http.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The drill at the desk, from the button of the head of the branch to the score. */
class DrillsTest {

    private DeskBench desk;
    private String lobby;
    private String head;

    @BeforeEach
    void opens(@TempDir Path temp) throws IOException, InterruptedException {
        desk = new DeskBench(temp);
        lobby = desk.signIn(Role.LOBBY_MANAGER);
        head = desk.signIn(Role.HEAD_OF_BRANCH);
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void aDrillIsMarkedAndScoredForTheHeadAlone() throws IOException, InterruptedException {
        assertThat(desk.post(lobby, "/desk/drills", "").statusCode()).isEqualTo(403);
        assertThat(desk.post(head, "/desk/drills", "").statusCode()).isEqualTo(201);
        assertThat(desk.post(head, "/desk/drills", "").body()).contains("drill-runs");
        JsonNode running = Call.json(desk.get(lobby, "/desk/drills").body()).get("running");
        assertThat(running.get("drill").booleanValue()).isTrue();
        assertThat(running.get("level").intValue()).isEqualTo(1);
        assertThat(running.get("next").stringValue()).isEqualTo("acknowledge");
        assertThat(desk.get(lobby, "/desk/pages").body()).as("it is no page").isEqualTo("[]");

        desk.pass(Duration.ofSeconds(12));
        does(lobby, "acknowledgement", "", 200);
        desk.pass(Duration.ofSeconds(20));
        does(lobby, "verdict", "{\"action\":\"cancel\"}", 409);
        does(lobby, "arrival", "", 200);
        does(desk.signIn(Role.ENGINEER), "question", "{\"question\":\"hurry\"}", 403);
        does(lobby, "question", "{\"question\":\"shout\"}", 422);
        Drill drill = desk.drills.latest().orElseThrow();
        does(lobby, "question", "{\"question\":\"" + drill.scene().question() + "\"}", 200);
        HttpResponse<String> over = does(lobby, "verdict", "{\"action\":\"hold\"}", 200);
        assertThat(over.body()).contains("\"end\":\"done\"").doesNotContain("points", "right");

        assertThat(desk.get(lobby, "/desk/drills").body()).isEqualTo("{}");
        JsonNode past = Call.json(desk.get(head, "/desk/drills").body()).get("past");
        assertThat(past.size()).isEqualTo(1);
        assertThat(past.get(0).get("acknowledgedIn").intValue()).isEqualTo(12);
        assertThat(past.get(0).get("arrivedIn").intValue()).isEqualTo(32);
        assertThat(past.get(0).get("rightQuestion").booleanValue()).isTrue();
        assertThat(past.get(0).get("rightVerdict").booleanValue())
                .isEqualTo(drill.scene().verdicts().stream()
                        .anyMatch(deed -> deed.word().equals("hold")));
        assertThat(past.get(0).get("staff").stringValue()).isEqualTo("lobby-manager");
    }

    @Test
    void itIsRefusedWhileSomebodyRealWaits() throws IOException, InterruptedException {
        desk.holdATransfer();
        HttpResponse<String> answer = desk.post(head, "/desk/drills", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("page-open");
        desk.taken(at -> new GuardEvent.TransferWithdrawn(at, DeskBench.TRANSFER));
        assertThat(desk.post(head, "/desk/drills", "").statusCode())
                .as("control")
                .isEqualTo(201);
    }

    @Test
    void theMomentARealPageStandsItIsOver() throws IOException, InterruptedException {
        desk.post(head, "/desk/drills", "");
        assertThat(desk.drills.runs()).as("control").isTrue();
        desk.holdATransfer();
        assertThat(desk.drills.latest().orElseThrow().end()).isEqualTo(End.REAL_PAGE);
        assertThat(desk.state()).as("and nothing has taken the page").isEqualTo(Page.State.RAISED);
        does(lobby, "acknowledgement", "", 404);
    }

    @Test
    void itEndsByItselfAndTheHeadMayEndItBefore() throws IOException, InterruptedException {
        desk.post(head, "/desk/drills", "");
        desk.pass(Duration.ofMinutes(5));
        desk.guard.between(desk.drills::look).toCompletableFuture().join();
        assertThat(desk.drills.latest().orElseThrow().end()).isEqualTo(End.TIME);

        desk.post(head, "/desk/drills", "");
        assertThat(desk.delete(lobby, path("")).statusCode()).isEqualTo(403);
        assertThat(desk.delete(head, path("")).statusCode()).isEqualTo(200);
        assertThat(desk.drills.latest().orElseThrow().end()).isEqualTo(End.CALLED_OFF);
    }

    private HttpResponse<String> does(String cookie, String what, String body, int status)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = desk.post(cookie, path("/" + what), body);
        assertThat(answer.statusCode()).as(what + " " + answer.body()).isEqualTo(status);
        return answer;
    }

    private String path(String rest) {
        return "/desk/drills/" + desk.drills.latest().orElseThrow().id() + rest;
    }
}
