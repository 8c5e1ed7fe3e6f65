package dev.kioskguard.web.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.web.http.Call;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.Problem;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    @TempDir
    private Path data;

    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final Tickets tickets = new Tickets("kiosk-screen", "/screen", () -> now, new SplittableRandom(7));
    private Path file;
    private BearerToken token;
    private Listener listener;

    @BeforeEach
    void open() {
        file = data.resolve("deep").resolve("api.token");
        token = BearerToken.at(file, new SplittableRandom(42));
        listener = Listener.start(ListenerSettings.of("access", 0), routes -> {
            routes.get("/api", ctx -> {
                token.require(ctx, "DATA/api.token");
                Json.answer(ctx, 200, Map.of());
            });
            routes.get("/trade", ctx -> tickets.trade(ctx, String.valueOf(ctx.queryParam("ticket"))));
            routes.get("/screen/state", ctx -> {
                if (!tickets.isIn(ctx)) {
                    throw Problem.unauthorized("open the screen with a ticket").asException();
                }
                Json.answer(ctx, 200, Map.of());
            });
        });
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void theHolderOfTheFilePasses() throws Exception {
        String text = Files.readString(file).strip();

        assertThat(text).hasSize(43);
        assertThat(askWith("Bearer " + text).statusCode()).isEqualTo(200);
        assertThat(askWith("bearer " + text).statusCode())
                .as("the scheme knows no case")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Basic dTpw", "Bearer 王小明"})
    void everybodyElseIsToldWhereTheTokenLies(String authorization) throws Exception {
        HttpResponse<String> answer = askWith(authorization.replaceAll("[^\\x00-\\x7f]", "?"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.body())
                .contains("DATA/api.token")
                .doesNotContain(Files.readString(file).strip());
    }

    @Test
    void anotherPartysTokenIsWorthNothingHere() throws Exception {
        BearerToken.at(data.resolve("screen.token"), new SplittableRandom(43));

        String other = Files.readString(data.resolve("screen.token")).strip();

        assertThat(other).isNotEqualTo(Files.readString(file).strip());
        assertThat(askWith("Bearer " + other).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOutlivesARestartAndIsNeverPrinted() throws Exception {
        String text = Files.readString(file);

        BearerToken again = BearerToken.at(file, new SplittableRandom(99));

        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(again.toString()).doesNotContain(text.strip());
    }

    @Test
    void onlyTheOwnerMayReadATokenAndAnExposedOneIsRefused() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no file modes here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> BearerToken.at(file, new SplittableRandom(1)))
                .hasMessageContaining("api.token can be read by others; delete it");
    }

    @Test
    void aFileWithoutATokenSaysWhatToDo() throws Exception {
        Files.writeString(file, "change-me\n");

        assertThatThrownBy(() -> BearerToken.at(file, new SplittableRandom(1)))
                .hasMessageContaining("holds no token; delete it");
    }

    @Test
    void aTicketIsTradedOnceForAStrictCookie() throws Exception {
        String ticket = tickets.issue();

        HttpResponse<String> first = Call.get(listener, "/trade?ticket=" + ticket);
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).matches("kiosk-screen=[\\w-]{43}; Path=/screen; HttpOnly; SameSite=Strict");
        assertThat(cookie).doesNotContain(ticket);
        assertThat(stateWith(cookie.split(";", 2)[0])).isEqualTo(200);
        assertThat(Call.get(listener, "/trade?ticket=" + ticket).statusCode()).isEqualTo(401);
    }

    @Test
    void aTicketThatIsTooOldOrGuessedIsRefused() throws Exception {
        String ticket = tickets.issue();
        now = now.plus(Tickets.TICKET_LIFE);

        assertThat(Call.get(listener, "/trade?ticket=" + ticket).statusCode()).isEqualTo(401);
        assertThat(Call.get(listener, "/trade").statusCode()).isEqualTo(401);
        assertThat(stateWith("kiosk-screen=" + ticket))
                .as("a ticket is no cookie")
                .isEqualTo(401);
    }

    @Test
    void ticketsAndBrowsersAreBounded() throws Exception {
        String first = tickets.issue();
        for (int i = 0; i < Tickets.TICKETS_MAX; i++) {
            tickets.issue();
        }
        assertThat(Call.get(listener, "/trade?ticket=" + first).statusCode()).isEqualTo(401);

        String oldest = admit();
        for (int i = 0; i < Tickets.BROWSERS_MAX; i++) {
            assertThat(stateWith(oldest)).isEqualTo(200);
            admit();
        }
        assertThat(stateWith(oldest)).as("the oldest browser has to ask again").isEqualTo(401);
    }

    private String admit() throws Exception {
        return Call.get(listener, "/trade?ticket=" + tickets.issue())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
    }

    private int stateWith(String cookie) throws Exception {
        return Call.send(Call.to(listener, "/screen/state").header("Cookie", cookie))
                .statusCode();
    }

    private HttpResponse<String> askWith(String authorization) throws Exception {
        return Call.send(Call.to(listener, "/api").header("Authorization", authorization));
    }
}
