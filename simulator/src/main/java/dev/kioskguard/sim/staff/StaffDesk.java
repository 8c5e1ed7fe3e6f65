package dev.kioskguard.sim.staff;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.staff.persona.Shift;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A desk as its own page works it: somebody signed in for each member of staff, pages delivered as they are seen. What
 * the desk refuses is the caller's. Used by one thread.
 */
public final class StaffDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whoever has the page open all day; others sign in when they are called for. */
    private static final String LOOKOUT = "lobby-manager";

    private final URI address;
    private final Path roll;
    private final Map<String, GuardConnection> signedIn = new HashMap<>();

    /** A desk at which nobody has signed in; {@code roll} tells the staff with their PINs. */
    public StaffDesk(URI address, Path roll) {
        this.address = address;
        this.roll = roll;
    }

    /** Returns the pages as they stand once somebody has looked at them. */
    public List<JsonNode> pages() {
        var all = new ArrayList<JsonNode>();
        for (JsonNode page : as(LOOKOUT).call(Call.get("/desk/pages"))) {
            all.add(delivered(page));
        }
        return all;
    }

    /** Returns the page of a transfer, if it has one. */
    public Optional<JsonNode> find(String transferId) {
        return pages().stream()
                .filter(page -> page.path("transferId").asString("").equals(transferId))
                .findFirst();
    }

    private JsonNode delivered(JsonNode page) {
        boolean isNews =
                List.of("raised", "undelivered").contains(page.path("state").asString(""));
        return isNews ? say(LOOKOUT, page, "delivery", Map.of()) : page;
    }

    /**
     * Has a member of staff, told by role or name, say something about a page.
     *
     * @param what {@code delivery, acknowledgement} or {@code verdict}
     * @throws IllegalArgumentException saying whom there is, where nobody is called so
     */
    public JsonNode say(String by, JsonNode page, String what, Map<String, String> body) {
        return as(by).call(Call.post("/desk/pages/" + page.path("id").asString() + "/" + what, body));
    }

    /**
     * Has a character do at the desk what it has made up its mind to.
     *
     * @param code on the customer's screen; null where none is wanted
     */
    public void carryOut(Shift.Deed deed, JsonNode page, String actionId, @Nullable String code) {
        if (deed.action().equals("acknowledge")) {
            JsonNode unused = say(deed.by(), page, "acknowledgement", Map.of());
            return;
        }
        var body = new HashMap<>(Map.of("actionId", actionId, "action", deed.action(), "reason", deed.reason()));
        if (code != null) {
            body.put("code", code);
        }
        JsonNode unused = say(deed.by(), page, "verdict", body);
    }

    /** Returns the roles that a page calls by now. */
    public static List<String> called(JsonNode page) {
        return page.path("calls").valueStream().map(JsonNode::asString).toList();
    }

    /** Returns what the desk of a branch knows of its machines and of its line to them. */
    public JsonNode branch() {
        return as(LOOKOUT).call(Call.get("/desk/branch"));
    }

    private GuardConnection as(String who) {
        return signedIn.computeIfAbsent(who, this::signIn);
    }

    private GuardConnection signIn(String who) {
        JsonNode person = person(who);
        var line = GuardConnection.withCookies(address);
        var unused = line.call(Call.post(
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
        throw new IllegalArgumentException(
                "nobody at the desk is called %s; write lobby-manager, head-of-branch or officer".formatted(who));
    }
}
