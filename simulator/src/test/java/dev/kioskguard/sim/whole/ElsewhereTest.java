package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the guard does at the machine beside a transfer, over the calls that anyone outside has. */
class ElsewhereTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Simulation simulation;
    private Person person;
    private GuardConnection bench;
    private GuardConnection desk;

    @BeforeEach
    void opens() throws Exception {
        Premises premises = Premises.in(folder);
        simulation = Simulation.start(premises.options());
        person = premises.person();
        bench = new GuardConnection(URI.create("http://127.0.0.1:" + (premises.portBase() + 2)), () -> "");
        desk = new GuardConnection(URI.create("http://127.0.0.1:" + (premises.portBase() + 1)), () -> "");
    }

    @AfterEach
    void closes() {
        simulation.close();
    }

    @Test
    void aNoticeIsShownUnderstoodAndToldToTheApplication() {
        person.insertCard();
        JsonNode asked = person.api().call(Call.post("/api/notices", notice("account-opening")));
        String path = "/api/notices/" + asked.path("noticeId").asString();
        assertThat(asked.path("state").asString()).isEqualTo("shown");
        JsonNode shown = screen();
        assertThat(shown.path("kind").asString()).isEqualTo("notice");
        assertThat(shown.path("choices").toString()).contains("先不办了").doesNotContain("停止转账", "enter");

        await().atMost(PATIENCE).until(() -> screen().path("readyInMs").asLong() == 0);
        String id = shown.path("screenId").asString();
        person.screen().call(Call.post("/screen/answers", Map.of("screenId", id, "choice", "understood")));

        JsonNode told = person.api().call(Call.get(path + "?wait=PT25S"));
        assertThat(told.path("state").asString()).isEqualTo("acknowledged");
        assertThat(told.path("textDigest").asString()).matches("[0-9a-f]{64}");
        assertThat(told.path("pack").asString()).startsWith("2026.");
    }

    @Test
    void aTipNeverWaitsAndIsNotForEverybody() {
        person.insertCard();
        JsonNode asked = person.api().call(Call.post("/api/notices", notice("withdrawal-tip")));
        assertThat(asked.path("state").asString()).isEqualTo("skipped");

        JsonNode elder = person.api()
                .call(Call.post(
                        "/api/notices", Map.of("sessionId", session(), "subject", "withdrawal-tip", "elder", true)));
        assertThat(elder.path("state").asString()).isEqualTo("shown");
        assertThat(screen().path("choices")).isEmpty();
        assertThat(person.api()
                        .call(Call.get("/api/notices/" + elder.path("noticeId").asString() + "?wait=PT25S"))
                        .path("state")
                        .asString())
                .isEqualTo("shown");
    }

    @Test
    void whoeverWasCheatedIsHelpedByTheBankWithOneTap() throws Exception {
        person.insertCard();
        String id;
        try (var customer = HonestCustomer.at(person.screen())) {
            assertThat(customer).isNotNull();
            id = person.transfer(delayed());
            await().atMost(PATIENCE).until(() -> person.booked(id).equals("pending"));
        }
        String receipt = person.api()
                .call(Call.get("/api/transfers/" + id + "/receipt"))
                .path("lines")
                .toString();
        assertThat(receipt).contains("业务凭条", "可以撤销", "96110", id, "9876").doesNotContain(Person.ACCOUNT, Person.PAYEE);
        JsonNode result = screen();
        assertThat(result.path("strip").asString()).isNotBlank();

        person.screen()
                .call(Call.post(
                        "/screen/answers",
                        Map.of("screenId", result.path("screenId").asString(), "choice", "cheated")));

        await().atMost(PATIENCE).until(() -> person.booked(id).equals("cancelled"));
        await().atMost(PATIENCE).until(() -> !person.host().path("locked").isEmpty());
        assertThat(person.host().path("stopped").toString()).contains(id);
        await().atMost(PATIENCE)
                .until(() -> terminal().path("printed").toString().contains("请交给警察和银行"));
        await().atMost(PATIENCE)
                .until(() -> person.api().call(Call.get("/api/requests")).isEmpty());
        person.pullCard();
        person.insertCard();
        await().atMost(PATIENCE).until(() -> !person.card().equals("inside"));
    }

    @Test
    void aHeadsetIsSeenOnTheWireAndChangesHowTheCustomerIsServed() {
        person.insertCard();
        bench.call(Call.post("/sim/headset", Map.of("plugged", true)));
        await().atMost(PATIENCE)
                .until(() -> simulation.guard().guard().state().means().headset());
        person.transfer("zh-CN");
        assertThat(screen().path("mode").asString()).isEqualTo("audio");

        bench.call(Call.post("/sim/headset", Map.of("plugged", false)));
        await().atMost(PATIENCE).until(() -> screen().path("mode").asString().equals("ordinary"));
    }

    @Test
    void theLobbyAndTheIdleMachineShowThePackToAnybody() {
        String page = new String(desk.bytes(Call.get("/lobby")), StandardCharsets.UTF_8);
        assertThat(page).contains("lobby.js", "zh-CN");
        JsonNode feed = desk.call(Call.get("/lobby/feed"));
        assertThat(feed.path("zh")).hasSizeGreaterThan(2).hasSameSizeAs(feed.path("en"));
        assertThat(new String(desk.bytes(Call.get("/lobby/led.txt")), StandardCharsets.UTF_8).lines())
                .hasSizeGreaterThan(2)
                .allMatch(line -> !line.isBlank());
        JsonNode idle = screen();
        assertThat(idle.path("attract")).hasSizeGreaterThan(2);
        assertThat(idle.path("panel").path("widthMm").asInt()).isEqualTo(304);
        assertThat(idle.has("strip")).as("only a transfer has a strip").isFalse();
        assertThatThrownBy(() -> desk.bytes(Call.get("/lobby/signs/..%2Fscript.svg")))
                .isInstanceOf(GuardRefusedException.class);
        assertThatThrownBy(() -> desk.bytes(Call.get("/desk/pages")))
                .as("control: the desk itself wants a sign-in")
                .isInstanceOf(GuardRefusedException.class);
    }

    @Test
    void aDepositIsToldInItsOwnWords() {
        person.insertCard();
        person.transfer(Map.of(
                "kind", "cash-deposit",
                "amount", Map.of("currency", "CNY", "minor", 2_000_000),
                "payee", Map.of("name", Person.PAYEE, "account", Person.ACCOUNT)));
        JsonNode shown = screen();

        assertThat(shown.path("choices").toString()).contains("停止存款").doesNotContain("停止转账");
    }

    private Map<String, Object> delayed() {
        return Map.of(
                "amount", Map.of("currency", "CNY", "minor", 2_000_000),
                "payee",
                        Map.of("name", Person.PAYEE, "account", Person.ACCOUNT, "relation", "other", "firstTime", true),
                "delay", "24-hours");
    }

    private Map<String, Object> notice(String subject) {
        return Map.of("sessionId", session(), "subject", subject);
    }

    private String session() {
        return simulation.guard().guard().state().visit().sessionId();
    }

    private JsonNode screen() {
        return person.screen().call(Call.get("/screen/state"));
    }

    private JsonNode terminal() {
        return bench.call(Call.get("/sim/terminal"));
    }
}
