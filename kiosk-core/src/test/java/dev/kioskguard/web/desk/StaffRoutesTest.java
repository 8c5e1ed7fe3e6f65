package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.Role;
import dev.kioskguard.web.http.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffRoutesTest {

    private static final String FIRST_PIN = "161803";
    private static final String OWN_PIN = "141421";
    private static final String ANN =
            "{\"staff\":\"ann\",\"name\":\"安\",\"role\":\"lobby-manager\",\"pin\":\"" + FIRST_PIN + "\"}";

    @TempDir
    private Path temp;

    private DeskBench desk;
    private String head;

    @BeforeEach
    void theHeadOfTheBranchSitsAtTheDesk() throws IOException, InterruptedException {
        desk = new DeskBench(temp);
        head = desk.signIn(Role.HEAD_OF_BRANCH);
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void somebodyIsEnrolledChoosesAPinAndOnlyThenDoesAnything() throws IOException, InterruptedException {
        assertThat(desk.post(head, "/desk/staff", ANN).statusCode()).isEqualTo(201);
        HttpResponse<String> signedIn = desk.signIn("ann", FIRST_PIN);
        assertThat(Call.json(signedIn.body()).get("firstPin").booleanValue()).isTrue();
        String ann = cookie(signedIn);
        desk.holdATransfer();
        for (String path : List.of("/desk/pages", "/desk/events")) {
            assertThat(desk.get(ann, path).body()).as(path).contains("pin-to-choose");
        }
        assertThat(desk.verdict(ann, "a-1", "\"action\":\"cancel\"").statusCode())
                .isEqualTo(403);

        assertThat(choose(ann, FIRST_PIN, OWN_PIN).statusCode()).isEqualTo(204);
        assertThat(desk.get(ann, "/desk/pages").statusCode()).isEqualTo(200);
        assertThat(desk.verdict(ann, "a-2", "\"action\":\"cancel\"").statusCode())
                .isEqualTo(200);
        assertThat(desk.signIn("ann", FIRST_PIN).statusCode()).isEqualTo(401);
        assertThat(Call.json(desk.signIn("ann", OWN_PIN).body()).get("firstPin").booleanValue())
                .isFalse();
        assertThat(desk.staffLines())
                .containsSubsequence(
                        "enrolled ann head-of-branch", "signed-in ann ann", "pin-changed ann ann", "signed-in ann ann");
    }

    @Test
    void whoeverIsRevokedIsOutAtOnceAndHearsNothingMore() throws IOException, InterruptedException {
        desk.post(head, "/desk/staff", ANN);
        String ann = cookie(desk.signIn("ann", FIRST_PIN));
        choose(ann, FIRST_PIN, OWN_PIN);
        var connection = Call.uri(desk.listener, "/desk/events").toURL().openConnection();
        connection.setRequestProperty("Cookie", ann);
        connection.setReadTimeout(20_000);
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            desk.streams.closeUnless(desk.sessions::holds);
            assertThat(desk.streams.size()).as("control").isEqualTo(1);

            assertThat(desk.delete(head, "/desk/staff/ann").statusCode()).isEqualTo(204);
            assertThat(desk.get(ann, "/desk/pages").statusCode()).isEqualTo(401);
            desk.streams.closeUnless(desk.sessions::holds);
            assertThat(lines.lines().count()).as("the stream ends").isNotNegative();
        }
        desk.post(head, "/desk/staff", ANN);
        assertThat(desk.get(ann, "/desk/pages").statusCode())
                .as("a session of before, although the name is back")
                .isEqualTo(401);
        assertThat(desk.staffLines()).contains("revoked ann head-of-branch");
    }

    @Test
    void nobodyEnrolsOrRevokesThemselves() throws IOException, InterruptedException {
        HttpResponse<String> own = desk.delete(head, "/desk/staff/head-of-branch");
        assertThat(own.statusCode()).isEqualTo(403);
        HttpResponse<String> again = desk.post(
                head, "/desk/staff", ANN.replace("ann", "head-of-branch").replace("lobby-manager", "head-of-branch"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("staff-exists");
        assertThat(desk.get(head, "/desk/pages").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEAD_OF_BRANCH")
    void onlyTheHeadOfTheBranchKeepsTheRoll(Role role) throws IOException, InterruptedException {
        String cookie = desk.signIn(role);
        assertThat(desk.get(cookie, "/desk/staff").statusCode()).isEqualTo(403);
        assertThat(desk.post(cookie, "/desk/staff", ANN).statusCode()).isEqualTo(403);
        HttpResponse<String> revoked = desk.delete(cookie, "/desk/staff/head-of-branch");
        assertThat(revoked.statusCode()).isEqualTo(403);
        assertThat(revoked.body()).contains("head-of-branch");
        assertThat(desk.get(head, "/desk/staff").body()).doesNotContain("\"ann\"");
    }

    @Test
    void theRollIsReadWithoutAnyPinAndSurvivesARestart() throws IOException, InterruptedException {
        desk.post(head, "/desk/staff", ANN);
        assertThat(desk.get(head, "/desk/staff").body())
                .contains("\"ann\"", "\"安\"")
                .doesNotContain("pin\":", "salt", "hash");
        String kept = Files.readString(temp.resolve("staff.json"));
        assertThat(kept).contains("\"ann\"").doesNotContain(FIRST_PIN);
        assertThat(dev.kioskguard.web.desk.staff.StaffRoll.at(temp.resolve("staff.json"))
                        .find("ann")
                        .orElseThrow()
                        .firstPin())
                .isTrue();
    }

    @Test
    void anotherPinIsChosenOnlyByWhoeverKnowsTheOldOne() throws IOException, InterruptedException {
        String other = desk.signIn(Role.HEAD_OF_BRANCH);
        assertThat(choose(head, "271828", OWN_PIN).statusCode()).isEqualTo(401);
        assertThat(choose(head, DeskBench.PIN, DeskBench.PIN).statusCode()).isEqualTo(422);
        assertThat(choose(head, DeskBench.PIN, "12345").statusCode()).isEqualTo(422);
        assertThat(choose(head, DeskBench.PIN, OWN_PIN).statusCode()).isEqualTo(204);
        assertThat(desk.get(head, "/desk/pages").statusCode()).isEqualTo(200);
        assertThat(desk.get(other, "/desk/pages").statusCode())
                .as("a session under the old PIN")
                .isEqualTo(401);
        for (int i = 0; i < 5; i++) {
            choose(head, "271828", "123456");
        }
        assertThat(choose(head, OWN_PIN, "123456").statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"staff\":\"a b\",\"name\":\"x\",\"role\":\"officer\",\"pin\":\"161803\"}",
                "{\"staff\":\"../x\",\"name\":\"x\",\"role\":\"officer\",\"pin\":\"161803\"}",
                "{\"staff\":\"x\",\"name\":\" \",\"role\":\"officer\",\"pin\":\"161803\"}",
                "{\"staff\":\"x\",\"name\":\"x\",\"role\":\"king\",\"pin\":\"161803\"}",
                "{\"staff\":\"x\",\"name\":\"x\",\"role\":\"officer\",\"pin\":\"16180\"}",
                "{\"staff\":\"x\",\"name\":\"x\",\"role\":\"officer\",\"pin\":\"161803\",\"firstPin\":false}"
            })
    void aBadBodyEnrolsNobody(String body) throws IOException, InterruptedException {
        assertThat(desk.post(head, "/desk/staff", body).statusCode()).isEqualTo(422);
        assertThat(desk.staffLines()).noneMatch(line -> line.startsWith("enrolled"));
    }

    private HttpResponse<String> choose(String cookie, String pin, String newPin)
            throws IOException, InterruptedException {
        return desk.post(cookie, "/desk/session/pin", "{\"pin\":\"" + pin + "\",\"newPin\":\"" + newPin + "\"}");
    }

    private static String cookie(HttpResponse<String> signedIn) {
        return signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}
