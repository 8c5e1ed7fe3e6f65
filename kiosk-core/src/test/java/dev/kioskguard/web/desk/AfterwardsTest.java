package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.Line;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Role;
import dev.kioskguard.risk.EarlierStop;
import dev.kioskguard.web.desk.draft.Drafts;
import dev.kioskguard.web.http.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What staff do once a customer is safe, and what the head of the branch sees of it. */
class AfterwardsTest {

    private static final String FALSE_ALARM =
            "{\"was\":\"false-alarm\",\"helped\":[\"talked-aside\"],\"note\":\"客户在等人\"}";

    private static final String NOTHING_WRITTEN = Line.hashOf("");

    private DeskBench desk;
    private String lobby;
    private String head;

    @BeforeEach
    void aTransferIsHeld(@TempDir Path temp) throws IOException, InterruptedException {
        desk = new DeskBench(temp);
        lobby = desk.signIn(Role.LOBBY_MANAGER);
        head = desk.signIn(Role.HEAD_OF_BRANCH);
        desk.holdATransfer();
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void aPageThatAnEndHasRaisedIsEndedByWhoeverSaysWhatItWas() throws IOException, InterruptedException {
        desk.taken(at -> new GuardEvent.TransferWithdrawn(at, DeskBench.TRANSFER));
        desk.guard
                .between(at -> desk.board.carryOut(new Effect.RaisePage(at, "t-9", "red", List.of("cheated"))))
                .toCompletableFuture()
                .join();
        HttpResponse<String> answer = desk.post(
                lobby,
                "/desk/pages/p-t-9/closure",
                "{\"was\":\"brushing-job\",\"helped\":[\"police\",\"rang-the-family\"]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(desk.board.book().find("p-t-9").orElseThrow().state()).isEqualTo(Page.State.RESOLVED);
        assertThat(desk.journalled()).endsWith("resolved lobby-manager");
        assertThat(desk.deskLines())
                .containsExactly(
                        ("{'what':'closed-out','staff':'lobby-manager','page':'p-t-9','transferId':'t-9','tier':'red',"
                                        + "'was':'brushing-job','helped':['police','rang-the-family'],'note':'"
                                        + NOTHING_WRITTEN + "'}")
                                .replace('\'', '"'));
    }

    @Test
    void aTransferThatIsUnderWayIsDecidedNotClosedOut() throws IOException, InterruptedException {
        HttpResponse<String> answer = desk.post(lobby, DeskBench.PAGE + "/closure", FALSE_ALARM);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("transfer-open");
        assertThat(desk.state()).isEqualTo(Page.State.RAISED);
        assertThat(desk.deskLines()).isEmpty();

        desk.verdict(lobby, "a-1", "\"action\":\"cancel\"");
        assertThat(desk.post(lobby, DeskBench.PAGE + "/closure", FALSE_ALARM).statusCode())
                .isEqualTo(200);
        assertThat(desk.deskLines().toString())
                .as("words of one's own stay out of the journal")
                .contains("false-alarm")
                .doesNotContain("客户在等人");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"was\":\"<script>\"}",
                "{\"was\":\"unknown\",\"helped\":[\"magic\"]}",
                "{\"was\":\"unknown\",\"note\":7}",
                "{\"was\":\"unknown\",\"note\":\"转到 6222 0200 0000 1234\"}",
                "{\"was\":\"unknown\",\"trick\":\"加了 ann@example.com\"}",
                "{\"was\":\"unknown\",\"state\":\"resolved\"}"
            })
    void aBadFormClosesNothing(String body) throws IOException, InterruptedException {
        desk.taken(at -> new GuardEvent.TransferWithdrawn(at, DeskBench.TRANSFER));
        assertThat(desk.post(lobby, DeskBench.PAGE + "/closure", body).statusCode())
                .isEqualTo(422);
        assertThat(desk.deskLines()).isEmpty();
    }

    @Test
    void aCloseOutIsHandedOnForADraftOnceItIsWritten() throws IOException, InterruptedException {
        desk.taken(at -> new GuardEvent.TransferWithdrawn(at, DeskBench.TRANSFER));
        desk.post(lobby, DeskBench.PAGE + "/closure", "{\"was\":\"romance\",\"trick\":\"网友说急需用钱\"}");
        assertThat(desk.closures)
                .singleElement()
                .satisfies(closure -> assertThat(closure.trick()).isEqualTo("网友说急需用钱"));
        desk.post(lobby, DeskBench.PAGE + "/closure", "{\"was\":\"romance\",\"trick\":\"卡号 62220200\"}");
        assertThat(desk.closures).as("control: what was refused leaves nothing").hasSize(1);
        assertThat(desk.deskLines().toString()).contains("romance").doesNotContain("网友");
    }

    @Test
    void draftsAreForTheHeadOfTheBranchToRead() throws IOException, InterruptedException {
        JsonNode none = Call.json(desk.get(head, "/desk/drafts").body());
        assertThat(none.get("drafts").size()).isZero();
        assertThat(none.get("full").booleanValue()).isFalse();
        desk.drafts.keep("romance-2026-01", id -> new Drafts.Draft("- id: " + id + "\n", "story: " + id + "\n"));
        desk.drafts.keep("false-alarm-2026-01", id -> new Drafts.Draft(null, "story: " + id + "\n"));
        assertThat(Call.json(desk.get(head, "/desk/drafts").body())
                        .get("drafts")
                        .toString())
                .isEqualTo("[\"false-alarm-2026-01-1\",\"romance-2026-01-1\"]");
        assertThat(desk.get(head, "/desk/drafts/romance-2026-01-1").body())
                .isEqualTo(
                        "{\"id\":\"romance-2026-01-1\",\"case\":\"- id: romance-2026-01-1\\n\",\"story\":\"story: romance-2026-01-1\\n\"}");
        assertThat(desk.get(head, "/desk/drafts/..%2Fstaff.json").statusCode()).isIn(400, 404);
        for (String other : List.of(lobby, desk.signIn(Role.OFFICER), desk.signIn(Role.ENGINEER))) {
            assertThat(desk.get(other, "/desk/drafts").statusCode()).isEqualTo(403);
            assertThat(desk.get(other, "/desk/drafts/romance-2026-01-1").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void theFormOffersEveryKindOfFraudAndTwoOthers() throws IOException, InterruptedException {
        JsonNode choices =
                Call.json(desk.get(lobby, DeskBench.PAGE + "/closure").body());
        assertThat(choices.get("was").size()).isEqualTo(29);
        assertThat(choices.get("was").toString()).contains("false-alarm", "unknown", "brushing-job");
        assertThat(choices.get("helped").toString()).contains("asked-the-caller");
    }

    @Test
    void theHeadOfTheBranchSeesHowItWent() throws IOException, InterruptedException {
        desk.pass(Duration.ofSeconds(12));
        desk.post(lobby, DeskBench.PAGE + "/acknowledgement", "");
        desk.verdict(lobby, "a-1", "\"action\":\"cancel\"");
        desk.post(lobby, DeskBench.PAGE + "/closure", FALSE_ALARM);
        desk.post(lobby, "/desk/patrols", "");
        desk.post(lobby, "/desk/patrols", "");

        JsonNode seen = Call.json(desk.get(head, "/desk/overview").body());
        JsonNode day = seen.get("days").get(0);
        assertThat(day.get("day").stringValue()).isEqualTo("2026-01-01");
        assertThat(day.get("pages").intValue()).isEqualTo(1);
        assertThat(day.get("falsePages").intValue()).isEqualTo(1);
        assertThat(day.get("cancelled").intValue()).isEqualTo(1);
        assertThat(day.get("released").intValue()).isZero();
        assertThat(day.get("acknowledgedMedian").stringValue()).isEqualTo("PT12S");
        assertThat(seen.get("patrols").size())
                .as("a second touch is no second round")
                .isEqualTo(1);
        assertThat(seen.get("unusual").isEmpty()).isTrue();
        for (Role role : List.of(Role.LOBBY_MANAGER, Role.OFFICER, Role.ENGINEER)) {
            assertThat(desk.get(desk.signIn(role), "/desk/overview").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoReleasesMoreThanIsUsualIsInTheJournalAndShown() throws IOException, InterruptedException {
        for (int i = 0; i < 6; i++) {
            assertThat(desk.verdict(lobby, "a-" + i, "\"action\":\"release\",\"code\":\"" + desk.code() + "\"")
                            .statusCode())
                    .isEqualTo(200);
            desk.pass(Duration.ofSeconds(30));
            desk.verdict(lobby, "b-" + i, "\"action\":\"hold\"");
        }
        assertThat(desk.deskLines())
                .filteredOn(line -> line.contains("unusual"))
                .as("told once, however it grows")
                .containsExactly(
                        "{\"what\":\"unusual\",\"staff\":\"lobby-manager\",\"limit\":\"releases-an-hour\",\"releases\":5}");
        JsonNode unusual = Call.json(desk.get(head, "/desk/overview").body()).get("unusual");
        assertThat(unusual.size()).isEqualTo(1);
        assertThat(unusual.get(0).get("staff").stringValue()).isEqualTo("lobby-manager");
        assertThat(unusual.get(0).get("releases").intValue()).isEqualTo(6);
    }

    @Test
    void aRoundIsWrittenDownWithWhoeverWentAndNotByAnEngineer() throws IOException, InterruptedException {
        assertThat(desk.post(lobby, "/desk/patrols", "").statusCode()).isEqualTo(201);
        assertThat(desk.post(lobby, "/desk/patrols", "").statusCode()).isEqualTo(429);
        assertThat(desk.post(desk.signIn(Role.ENGINEER), "/desk/patrols", "").statusCode())
                .isEqualTo(403);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.post(lobby, "/desk/patrols", "").statusCode()).isEqualTo(201);
        assertThat(desk.deskLines())
                .containsExactly(
                        "{\"what\":\"patrol\",\"staff\":\"lobby-manager\"}",
                        "{\"what\":\"patrol\",\"staff\":\"lobby-manager\"}");
    }

    @Test
    void thePacketForThePoliceIsThereOnTheLastLevelAndNamesNoCard() throws IOException, InterruptedException {
        String officer = desk.signIn(Role.OFFICER);
        String packet = DeskBench.PAGE + "/packet";
        HttpResponse<String> early = desk.get(officer, packet);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("escalate");

        desk.verdict(lobby, "a-1", "\"action\":\"escalate\"");
        desk.verdict(head, "a-2", "\"action\":\"escalate\"");
        assertThat(desk.get(lobby, packet).statusCode()).isEqualTo(403);
        JsonNode told = Call.json(desk.get(officer, packet).body());
        assertThat(told.get("call").toString()).isEqualTo("[\"110\",\"96110\"]");
        assertThat(told.get("place").stringValue()).isEqualTo("示范支行");
        assertThat(told.get("machine").stringValue()).isEqualTo("ATM-1");
        assertThat(told.get("amount").stringValue()).isEqualTo("20,000.00");
        assertThat(told.get("payee").stringValue()).isEqualTo("张*");
        assertThat(told.get("account").stringValue()).isEqualTo("1234");
        assertThat(told.get("reasons").toString()).contains("客户请求帮助");
        assertThat(told.get("ask").toString()).contains("出生日期");
        assertThat(told.toString()).doesNotContain("622202", "张三");
    }

    @Test
    void whereANeighbourHasStoppedTheCardIsSaidWithItsReason() throws IOException, InterruptedException {
        var earlier = new EarlierStop("ATM-2", Instant.parse("2026-01-01T03:00:00Z"));
        var reasons = List.of("help-asked", "remembered-stop");
        desk.guard
                .between(at ->
                        desk.board.carryOut(new Effect.RaisePage(at, "t-9", "orange", reasons, List.of(), "", earlier)))
                .toCompletableFuture()
                .join();
        JsonNode told = Call.json(desk.get(lobby, "/desk/pages").body()).get(1).get("reasons");
        assertThat(told.get(0).has("stopped")).isFalse();
        assertThat(told.get(1).get("stopped").get("machine").stringValue()).isEqualTo("ATM-2");
        assertThat(told.get(1).get("stopped").get("at").stringValue()).isEqualTo("2026-01-01T03:00:00Z");
    }

    @Test
    void whatFitsTheKindOfFraudIsSaidFirst() throws IOException, InterruptedException {
        desk.guard
                .between(at -> desk.board.carryOut(new Effect.RaisePage(
                        at, "t-9", "red", List.of("help-asked"), List.of(), "family-accident", null)))
                .toCompletableFuture()
                .join();
        desk.guard
                .between(at -> desk.board.carryOut(new Effect.RaisePage(
                        at, "t-8", "red", List.of("help-asked"), List.of(), "of-another-pack", null)))
                .toCompletableFuture()
                .join();
        JsonNode pages = Call.json(desk.get(lobby, "/desk/pages").body());
        JsonNode script = pages.get(1).get("script");
        assertThat(script.get(0).get("zh").stringValue()).isEqualTo("别着急，我们一起把家人的电话打通");
        assertThat(script.toString()).contains("date of birth");
        assertThat(pages.get(2).get("script").size()).isEqualTo(3);
    }
}
