package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.Refused;
import dev.kioskguard.web.http.Call;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRoutesTest {

    @TempDir
    private Path temp;

    private DeskBench desk;

    @BeforeEach
    void opens() {
        desk = new DeskBench(temp);
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void aPinIsTradedForACookieThatNoScriptReadsAndNoOtherSiteSends() throws IOException, InterruptedException {
        HttpResponse<String> answer = desk.signIn("lobby-manager", DeskBench.PIN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("kiosk-desk=[\\w-]{43}; Path=/desk; HttpOnly; SameSite=Strict");
        assertThat(Call.json(answer.body()).get("role").stringValue()).isEqualTo("lobby-manager");
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertThat(desk.get(cookie, "/desk/session").body()).isEqualTo(answer.body());
    }

    @Test
    void afterFiveWrongPinsInAMinuteNotEvenTheRightOneIsTried() throws IOException, InterruptedException {
        for (int i = 0; i < 5; i++) {
            assertThat(desk.signIn("officer", "271828").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> sixth = desk.signIn("officer", DeskBench.PIN);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("61");
        assertThat(desk.signIn("lobby-manager", DeskBench.PIN).statusCode())
                .as("nobody else is locked out")
                .isEqualTo(200);

        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.signIn("officer", DeskBench.PIN).statusCode()).isEqualTo(200);
    }

    @Test
    void aThousandTriesSignNobodyInAndLockNobodyOutOfThePhoneThatIsTheirs() throws IOException, InterruptedException {
        triesSignNobodyIn(1_000);
    }

    @Tag("nightly")
    @Test
    void tenThousandTriesDoNeither() throws IOException, InterruptedException {
        triesSignNobodyIn(10_000);
    }

    private void triesSignNobodyIn(int tries) throws IOException, InterruptedException {
        HttpResponse<String> first = desk.signIn("officer", DeskBench.PIN);
        String mark = first.headers().allValues("Set-Cookie").get(1);
        assertThat(mark).matches("kiosk-phone=[\\w.-]+; Path=/desk; HttpOnly; SameSite=Strict; Max-Age=15552000");
        String phone = mark.split(";", 2)[0];
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < tries; i++) {
            String name = i % 2 == 0 ? "officer" : "nobody-" + i;
            answers.merge(desk.signIn(name, "%06d".formatted(i)).statusCode(), 1, Integer::sum);
        }
        assertThat(answers).containsExactly(Map.entry(401, 10), Map.entry(429, tries - 10));
        assertThat(signIn(phone + "x")).as("a mark that was forged").isEqualTo(429);
        assertThat(signIn(phone)).isEqualTo(200);
        assertThat(desk.signIn("lobby-manager", DeskBench.PIN).statusCode()).isEqualTo(200);
        String others = desk.signIn("lobby-manager", DeskBench.PIN)
                .headers()
                .allValues("Set-Cookie")
                .get(1)
                .split(";", 2)[0];
        assertThat(signIn(others)).as("the phone of somebody else").isEqualTo(429);
        assertThat(desk.staffLines())
                .as("told once for each name, however often")
                .filteredOn(line -> line.startsWith("locked"))
                .hasSize(2);
    }

    private int signIn(String phone) throws IOException, InterruptedException {
        return desk.post(phone, "/desk/session", "{\"staff\":\"officer\",\"pin\":\"" + DeskBench.PIN + "\"}")
                .statusCode();
    }

    @Test
    void aRightPinForgetsTheWrongOnesBeforeIt() throws IOException, InterruptedException {
        for (int i = 0; i < 12; i++) {
            int status = desk.signIn("officer", i % 4 == 3 ? DeskBench.PIN : "271828")
                    .statusCode();
            assertThat(status).isEqualTo(i % 4 == 3 ? 200 : 401);
        }
    }

    @Test
    void aNameThatNobodyHasIsAnsweredLikeAWrongPin() throws IOException, InterruptedException {
        HttpResponse<String> nobody = desk.signIn("nobody", DeskBench.PIN);
        HttpResponse<String> wrong = desk.signIn("officer", "271828");
        assertThat(nobody.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).isEqualTo(wrong.body());
    }

    @Test
    void whoeverIsTakenOffTheRollIsOutAtOnce() throws IOException, InterruptedException {
        String cookie = desk.signIn(Role.OFFICER);
        assertThat(desk.get(cookie, "/desk/pages").statusCode()).as("control").isEqualTo(200);

        Files.delete(temp.resolve("staff.json"));
        assertThat(desk.get(cookie, "/desk/pages").statusCode()).isEqualTo(401);
        assertThat(desk.refused).containsExactly(Refused.ENDED_SESSION);
    }

    @Test
    void aSessionEndsWithTheShiftOrWhenItIsSignedOut() throws IOException, InterruptedException {
        String cookie = desk.signIn(Role.OFFICER);
        String other = desk.signIn(Role.OFFICER);
        assertThat(Call.send(Call.to(desk.listener, "/desk/session")
                                .header("Cookie", cookie)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(desk.get(cookie, "/desk/pages").statusCode()).isEqualTo(401);
        assertThat(desk.get(other, "/desk/pages").statusCode()).isEqualTo(200);

        desk.pass(DeskSessions.LIFE);
        assertThat(desk.get(other, "/desk/pages").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionOfAnotherDeskOrOneThatNobodyOpenedIsNoneHere() throws IOException, InterruptedException {
        try (var elsewhere = new DeskBench(Files.createDirectory(temp.resolve("elsewhere")))) {
            String cookie = elsewhere.signIn(Role.HEAD_OF_BRANCH);
            assertThat(elsewhere.get(cookie, "/desk/pages").statusCode())
                    .as("control")
                    .isEqualTo(200);
            HttpResponse<String> refused = desk.get(cookie, "/desk/pages");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(Call.json(refused.body()).path("detail").asString()).contains("sign in first");
        }
        assertThat(desk.get("kiosk-desk=" + "A".repeat(43), "/desk/pages").statusCode())
                .isEqualTo(401);
        assertThat(Call.get(desk.listener, "/desk/pages").statusCode()).isEqualTo(401);
        assertThat(desk.refused).containsExactly(Refused.UNKNOWN_SESSION, Refused.UNKNOWN_SESSION, Refused.NO_SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"staff\":\"officer\"}",
                "{\"staff\":[\"officer\"],\"pin\":\"314159\"}",
                "{\"staff\":\"officer\",\"pin\":314159}",
                "{\"staff\":\"officer\",\"pin\":\"314159\",\"role\":\"head-of-branch\"}",
                "{\"staff\":\"officer\",\"pin\":\"\\u0000\"}"
            })
    void aBadBodyIsRefusedWithoutRepeatingIt(String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = Call.post(desk.listener, "/desk/session", body);
        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.body()).doesNotContain("314159");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aPageOfAnotherOriginSignsNobodyIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = Call.send(Call.to(desk.listener, "/desk/session")
                .header("Origin", "http://evil.example")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"staff\":\"officer\",\"pin\":\"" + DeskBench.PIN + "\"}")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void thePageAndItsFilesAreThereForEveryoneAndNothingElseIs() throws IOException, InterruptedException {
        HttpResponse<String> page = Call.get(desk.listener, "/desk");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        for (String file : new String[] {"desk.js", "desk.css", "desk.svg"}) {
            assertThat(page.body()).contains("/desk/desk.");
            assertThat(Call.get(desk.listener, "/desk/" + file).statusCode()).isEqualTo(200);
        }
        assertThat(Call.get(desk.listener, "/desk/SignInRoutes.class").statusCode())
                .isEqualTo(404);
    }
}
