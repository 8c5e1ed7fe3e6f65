package dev.kioskguard.sim.story.wire;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.EventStream;
import dev.kioskguard.sim.staff.StaffDesk;
import dev.kioskguard.sim.story.Facts;
import dev.kioskguard.sim.story.Facts.Guarded;
import dev.kioskguard.sim.story.Facts.Host;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.transfer.clearance.ClearanceVerifier;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.TokenRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The simulated bank over the wire. */
final class WireBank implements Stage.Bank, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Supplier<Lines> lines;
    private final Supplier<@Nullable String> pauseCode;
    private @Nullable String last;
    private @Nullable ObjectNode body;
    private String answer = "none";

    private @Nullable EventStream events;
    private volatile String session = "";

    /** A bank that has asked for nothing; {@code pauseCode} tells what the last paused screen has shown. */
    WireBank(Supplier<Lines> lines, Supplier<@Nullable String> pauseCode) {
        this.lines = lines;
        this.pauseCode = pauseCode;
    }

    /** Follows the visits at the terminal, as the application's own event stream tells them. */
    void listen() {
        var stream = new EventStream(lines.get().api(), "/api/events", "story-events", event -> {
            if (event.name().equals("visit-began")) {
                session = event.body().path("sessionId").asString("");
            }
        });
        stream.start();
        events = stream;
    }

    /** Returns how the page of the last transfer stands. */
    Facts.Paged page() {
        String asked = last;
        return asked == null
                ? Facts.Paged.NOBODY
                : lines.get()
                        .atTheDesk(desk -> desk.find(asked))
                        .map(WireBank::paged)
                        .orElse(Facts.Paged.NOBODY);
    }

    private static Facts.Paged paged(JsonNode page) {
        List<String> called = StaffDesk.called(page);
        return new Facts.Paged(page.path("state").asString(), called.get(called.size() - 1));
    }

    @Override
    public void ask(ObjectNode transfer) {
        last = lines.get()
                .sim(Call.post("/sim/transfer", transfer))
                .path("transferId")
                .asString();
        ObjectNode plain = transfer.deepCopy();
        plain.remove("submit");
        body = plain;
    }

    String lastId() {
        if (last == null) {
            throw new StoryFailedException("no transfer has been asked for yet");
        }
        return last;
    }

    @Override
    public void withdraw() {
        JsonNode unused = lines.get().bank(Call.delete("/api/transfers/" + lastId()));
    }

    @Override
    public void resume(@Nullable String code) {
        String shown = code == null ? pauseCode.get() : code;
        if (shown == null) {
            throw new StoryFailedException("no screen has shown a code to take a pause up with");
        }
        JsonNode unused = lines.get()
                .bank(Call.post("/api/transfers/" + lastId() + "/resume", Map.of("sessionId", session, "code", shown)));
    }

    @Override
    public void cancel() {
        answer = lines.get()
                .sim(Call.post("/sim/host/cancel", Map.of("transferId", lastId())))
                .path("status")
                .asString("none");
    }

    @Override
    public void submit(ObjectNode changes) {
        String clearance = transfer().path("clearance").stringValue(null);
        if (clearance == null || body == null) {
            throw new StoryFailedException("the application holds no clearance");
        }
        ObjectNode changed = body.deepCopy();
        JSON.readerForUpdating(changed).readValue(changes);
        JsonNode told =
                lines.get().sim(Call.post("/sim/host/submit", Map.of("clearance", clearance, "transfer", changed)));
        answer = told.path("reason").asString(told.path("status").asString("none"));
    }

    private JsonNode transfer() {
        return lines.get().bank(Call.get("/api/transfers/" + lastId()));
    }

    /** Returns how the last transfer stands; {@code tier} is the screen's, which counts until the end. */
    Guarded guarded(String tier) {
        if (last == null) {
            return Guarded.NOTHING;
        }
        JsonNode now = transfer();
        JsonNode verdict = now.path("verdict");
        var reasons = new ArrayList<String>();
        verdict.path("reasons")
                .forEach(reason -> reasons.add(reason.path("code").asString("")));
        return new Guarded(
                now.path("state").asString("none"),
                verdict.path("end").stringValue(null),
                verdict.path("tier").asString(tier),
                reasons,
                () -> isValid(now.path("clearance").stringValue(null)) ? "valid" : "none");
    }

    private boolean isValid(@Nullable String clearance) {
        if (clearance == null) {
            return false;
        }
        try {
            String keys = lines.get().bank(Call.get("/api/clearance-keys")).toString();
            return ClearanceVerifier.claims(clearance, PublicKeys.parse(keys))
                    .transfer()
                    .equals(last);
        } catch (TokenRefusedException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        if (events != null) {
            events.close();
        }
    }

    Host host() {
        int paid = 0;
        int pending = 0;
        boolean booked = false;
        for (JsonNode transfer : lines.get().sim(Call.get("/sim/host")).path("transfers")) {
            String status = transfer.path("status").asString("");
            paid += status.equals("paid") ? 1 : 0;
            pending += status.equals("pending") ? 1 : 0;
            booked |= transfer.path("transferId").asString("").equals(last) && !status.equals("refused");
        }
        // The application's own hand-in is answered to itself; that the ledger has the transfer tells the answer.
        return new Host(paid, pending, answer.equals("none") && booked ? "accepted" : answer);
    }
}
