package dev.kioskguard.sim.story.wire;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.story.Facts;
import dev.kioskguard.sim.story.StoryFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk as its own page works it: somebody signed in for each member of staff, pages delivered as they are seen. */
final class Desk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whoever has the page open all day; others sign in when they are called for. */
    private static final String LOOKOUT = "lobby-manager";

    private final URI address;
    private final Path roll;
    private final Map<String, GuardConnection> signedIn = new HashMap<>();

    /** A desk at which nobody has signed in; {@code roll} tells the staff with their PINs. */
    Desk(URI address, Path roll) {
        this.address = address;
        this.roll = roll;
    }

    /** Returns how the page of a transfer stands, or that there is none. */
    String state(String transferId) {
        return find(transferId).map(page -> page.path("state").asString()).orElse(Facts.NONE);
    }

    Optional<JsonNode> find(String transferId) {
        for (JsonNode page : Lines.made(as(LOOKOUT), Call.get("/desk/pages"))) {
            if (page.path("transferId").asString("").equals(transferId)) {
                return Optional.of(delivered(page));
            }
        }
        return Optional.empty();
    }

    private JsonNode delivered(JsonNode page) {
        boolean isNews = page.path("state").asString("").equals("raised");
        return isNews ? say(LOOKOUT, page, "delivery", Map.of()) : page;
    }

    /** Has a member of staff, told by role or name, say something about a page. */
    JsonNode say(String by, JsonNode page, String what, Map<String, String> body) {
        return Lines.made(as(by), Call.post("/desk/pages/" + page.path("id").asString() + "/" + what, body));
    }

    private GuardConnection as(String who) {
        return signedIn.computeIfAbsent(who, this::signIn);
    }

    private GuardConnection signIn(String who) {
        JsonNode person = person(who);
        var line = GuardConnection.withCookies(address);
        var unused = Lines.made(
                line,
                Call.post(
                        "/desk/session",
                        Map.of(
                                "staff", person.path("staff").asString(),
                                "pin", person.path("pin").asString())));
        return line;
    }

    private JsonNode person(String who) {
        try {
            for (JsonNode person : JSON.readTree(Files.readAllBytes(roll))) {
                if (person.path("role").asString().equals(who)
                        || person.path("staff").asString().equals(who)) {
                    return person;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demo staff cannot be read", e);
        }
        throw new StoryFailedException(
                "nobody at the desk is called %s; write lobby-manager, head-of-branch or officer".formatted(who));
    }
}
