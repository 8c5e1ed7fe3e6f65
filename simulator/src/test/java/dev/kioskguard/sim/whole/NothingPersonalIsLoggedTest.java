package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.kioskguard.app.log.LogSetup;
import dev.kioskguard.audit.sqlite.JournalReader;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.terminal.Card;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("try") // What is only there and closed again is never named.
class NothingPersonalIsLoggedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRANSFERS_MAX = 8;
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");
    private static final String CONTROL = "control-of-the-search";

    @TempDir
    Path folder;

    private final Set<String> typedForms = ConcurrentHashMap.newKeySet();
    private final Set<String> ends = new HashSet<>();
    private final Map<String, Pattern> secrets = new TreeMap<>();

    @Test
    void wholeTransfersLeaveNothingOfTheCustomerInTheLogs() throws Exception {
        Path logs = folder.resolve("logs");
        Premises premises = Premises.in(folder);
        try (LogSetup setup = LogSetup.into(logs)) {
            everythingOursIsLogged();
            try (Simulation simulation = Simulation.start(premises.options())) {
                openThePages(premises);
                clearSome(premises.person());
                refuseOne(premises.person());
                stopOne(premises.person());
            }
            assertThat(ends).as("control: how they ended").contains("cleared", "refused", "stopped");
            assertThat(typedForms).as("control: some answers were typed").isNotEmpty();
            learnSecrets(premises);
            Logger control = LoggerFactory.getLogger(CONTROL);
            secrets.values().forEach(secret -> control.info("{}", sample(secret)));
        }
        List<String> lines = Files.readAllLines(logs.resolve(LogSetup.FILE));
        List<String> controls =
                lines.stream().filter(line -> line.contains(CONTROL)).toList();
        assertThat(lines).as("control: there are lines").hasSizeGreaterThan(controls.size());
        secrets.forEach((name, secret) -> {
            assertThat(controls).as("control: it would be found: " + name).anyMatch(secret.asPredicate());
            assertThat(lines.stream().filter(line -> !controls.contains(line)).filter(secret.asPredicate()))
                    .as(name)
                    .isEmpty();
        });
    }

    /** The guard's and the simulator's own lines from DEBUG on; libraries stay where production has them. */
    private static void everythingOursIsLogged() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.DEBUG);
        root.detachAppender("standard-error");
    }

    /** Has a browser open the customer's page by its ticket, and somebody sign in at the desk. */
    private void openThePages(Premises premises) throws Exception {
        String ticket = premises.person()
                .screen()
                .call(Call.post("/screen/tickets", Map.of()))
                .path("ticket")
                .asString();
        HttpRequest page = HttpRequest.newBuilder(at(premises, 0, "/screen?ticket=" + ticket))
                .build();
        JsonNode staff = JsonMapper.builder()
                .build()
                .readTree(premises.kept("demo-staff.json"))
                .get(0);
        String pin = staff.path("pin").asString();
        HttpRequest signIn = HttpRequest.newBuilder(at(premises, 1, "/desk/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"staff\":\"%s\",\"pin\":\"%s\"}"
                        .formatted(staff.path("staff").asString(), pin)))
                .build();
        secret("ticket of the screen", Pattern.quote(ticket));
        secret("cookie of the screen", Pattern.quote(cookie(page)));
        secret("PIN of the desk", "(?<![0-9a-f])" + pin + "(?![0-9a-f])");
        secret("cookie of the desk", Pattern.quote(cookie(signIn)));
    }

    private static URI at(Premises premises, int door, String path) {
        return URI.create("http://127.0.0.1:" + (premises.portBase() + door) + path);
    }

    /** Returns the value of the cookie that an answer sets. */
    private static String cookie(HttpRequest request) throws Exception {
        String cookie = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private void clearSome(Person person) {
        person.insertCard();
        for (int i = 0; i < TRANSFERS_MAX && (i < LANGUAGES.size() || typedForms.isEmpty()); i++) {
            follow(person, "family-support", LANGUAGES.get(i % LANGUAGES.size()));
        }
    }

    private void refuseOne(Person person) {
        person.breakDown("speaker", "mute");
        await().atMost(PATIENCE)
                .until(() -> !person.health().path("status").asString().equals("ok"));
        follow(person, "family-support", "en");
        person.breakDown("speaker", "none");
        await().atMost(PATIENCE)
                .until(() -> person.health().path("status").asString().equals("ok"));
    }

    private void stopOne(Person person) {
        follow(person, "refund", "zh-CN");
        person.pullCard();
    }

    private void follow(Person person, String purpose, String language) {
        try (var customer = new HonestCustomer(person.screen(), purpose, this::noteForm)) {
            String id = person.transfer(language);
            await().atMost(PATIENCE).until(() -> person.state(id).has("verdict"));
            JsonNode end = person.state(id);
            ends.add(end.path("state").asString());
            String clearance = end.path("clearance").asString("");
            if (!clearance.isEmpty()) {
                await().atMost(PATIENCE).until(() -> !person.booked(id).isEmpty());
                secret("clearance " + id, Pattern.quote(clearance.substring(clearance.length() - 40)));
            }
        }
    }

    private void noteForm(JsonNode shown) {
        if (shown.path("typed").isObject()) {
            typedForms.add(shown.path("typed").path("form").asString());
        }
    }

    private void learnSecrets(Premises premises) {
        String number = Card.of("honest").orElseThrow().number();
        String lastFour = Person.ACCOUNT.substring(Person.ACCOUNT.length() - 4);
        secret("card number", number);
        secret("card number without its check digit", number.substring(7, number.length() - 1));
        secret("masked card", number.substring(0, 6) + "\\*");
        secret("payee", Person.PAYEE);
        secret("account", Person.ACCOUNT);
        secret("end of the account", "(?<![0-9a-f])" + lastFour + "(?![0-9a-f])");
        secret("amount in minor units", "(?<![0-9])2000000(?![0-9])");
        secret("amount as typed", "(?<![0-9a-f.])20,?000(?![0-9a-f])");
        secret("PIN", "(?<![0-9a-f])" + Card.DEMO_PIN + "(?![0-9a-f])");
        List.of("family-support", "in-person", "friend", "nobody", "refund")
                .forEach(answer -> secret("answer " + answer, "\\b" + answer + "\\b"));
        secret("token of the application", premises.kept("api.token"));
        secret("token of the screen", premises.kept("screen.token"));
        cardTokens(premises).forEach(token -> secret("card token", Pattern.quote(token)));
    }

    private static List<String> cardTokens(Premises premises) {
        var tokens = new ArrayList<String>();
        try (JournalReader reader = JournalReader.open(premises.data().resolve("journal.db"))) {
            reader.all()
                    .forEach(line -> reader.personal(line.fields()).ifPresent(personal -> {
                        String token = personal.path("visit").path("cardToken").asString("");
                        if (!token.isEmpty()) {
                            tokens.add(token);
                        }
                    }));
        }
        assertThat(tokens).as("control: visits have card tokens").isNotEmpty();
        return tokens;
    }

    private void secret(String name, String regex) {
        secrets.put(name, Pattern.compile(regex));
    }

    /** A text that holds the secret and nothing else of its pattern. */
    private static String sample(Pattern secret) {
        return secret.pattern()
                .replaceAll("\\(\\?<?!\\[[^]]*]\\)", "")
                .replaceAll("\\\\[bQE]", "")
                .replace(",?", "")
                .replace("\\*", "*");
    }
}
