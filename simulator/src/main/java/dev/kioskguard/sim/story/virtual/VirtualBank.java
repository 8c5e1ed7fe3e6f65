package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.story.part.VirtualCardSlot;
import dev.kioskguard.sim.story.part.VirtualHost;
import dev.kioskguard.sim.story.part.VirtualTime;
import dev.kioskguard.sim.story.virtual.VirtualBook.Asked;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.transfer.Verdict;
import dev.kioskguard.transfer.clearance.CanonicalTransfer;
import dev.kioskguard.web.bank.TransferBody;
import dev.kioskguard.web.http.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bank's application: opens visits, asks the guard, does what the guard requests, and hands clearances in. */
final class VirtualBank implements Stage.Bank {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration WORKING = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final VirtualTime time;
    private final VirtualGuard guard;
    private final VirtualHost host;
    private final VirtualVisits visits;
    private final VirtualBook book = new VirtualBook();
    private @Nullable String pauseCode;
    private boolean hostDown;
    private String answer = "none";

    VirtualBank(VirtualTime time, VirtualGuard guard, VirtualHost host, VirtualVisits visits) {
        this.time = time;
        this.guard = guard;
        this.host = host;
        this.visits = visits;
    }

    VirtualBook book() {
        return book;
    }

    String answer() {
        return answer;
    }

    void hostDown(boolean now) {
        hostDown = now;
    }

    void pauseCode(@Nullable String code) {
        pauseCode = code;
    }

    /** Does what the guard asks for, and says so. */
    void requested(BankRequest request, VirtualCardSlot slot) {
        time.in(WORKING, () -> {
            boolean done = switch (request.kind()) {
                case RETURN_CARD -> slot.eject();
                case RETAIN_CARD -> slot.retain();
                case SHOW_SCREEN -> visits.lend(request.sessionId());
                case CANCEL -> cancelled(request.transferId());
                case STOP_PAYMENT -> stopped(request.transferId());
                case LOCK_CARD -> visits.lock(request.sessionId());
                case PRINT -> true;
            };
            guard.take(at -> new GuardEvent.BankAnswered(at, request.id(), done));
        });
    }

    private boolean cancelled(String transferId) {
        String status = host.cancel(transferId);
        answer = status == null ? answer : status;
        return "cancelled".equals(status);
    }

    private boolean stopped(String transferId) {
        host.stopPayment(transferId);
        answer = answer.equals("cancelled") ? answer : "stop-payment";
        return true;
    }

    @Override
    public void ask(ObjectNode body) {
        String visit = visits.open();
        boolean submit = !body.has("submit") || body.path("submit").asBoolean();
        body.remove("submit");
        if (visits.isElder() && !body.path("payer").has("elder")) {
            body.withObject("/payer").put("elder", true);
        }
        TransferRequest request = request(body);
        @Nullable String language = body.path("language").stringValue(null);
        @Nullable Manner manner = Manner.of(body.path("assist").asString("")).orElse(null);
        @Nullable String before = book.lastId();
        String id = "t-" + (book.count() + 1);
        book.asked(new Asked(id, visit, new VirtualBook.Wanted(body, request), submit));
        try {
            taken(at ->
                    new GuardEvent.TransferRequested(at, id, visit, request, language, manner, LookUp.NOTHING, null));
        } catch (StoryFailedException declined) {
            book.forget(id, before);
            throw declined;
        }
    }

    @Override
    public void withdraw() {
        String id = book.last().id;
        taken(at -> new GuardEvent.TransferWithdrawn(at, id));
    }

    @Override
    public void resume(@Nullable String code) {
        Asked paused = book.last();
        String visit = visits.open();
        String shown = code == null ? pauseCode : code;
        if (shown == null) {
            throw new StoryFailedException("no screen has shown a code to take a pause up with");
        }
        taken(at -> new GuardEvent.TransferResumed(at, paused.id, visit, shown));
        paused.session = visit;
    }

    private void taken(Function<Instant, GuardEvent> event) {
        Optional<Reply> reply = guard.take(event);
        if (reply.isEmpty()) {
            throw new StoryFailedException("the guard cannot write to its journal");
        }
        if (reply.get() instanceof Reply.Declined declined) {
            throw new StoryFailedException("the guard declines: " + declined.why());
        }
    }

    /** Keeps a clearance, and hands it to the host as soon as the host can be reached. */
    void cleared(String transferId, String clearance) {
        Asked asked = book.of(transferId);
        asked.clearance = clearance;
        asked.digest = presented(asked, asked.wanted.request()).digest();
        asked.verified = false;
        if (asked.submit) {
            time.in(WORKING, () -> handIn(asked, clearance));
        }
    }

    void ended(String transferId, Verdict verdict) {
        Asked asked = book.of(transferId);
        asked.state = verdict.end().word();
        asked.verdict = verdict;
    }

    private void handIn(Asked asked, String clearance) {
        if (hostDown) {
            time.in(RETRY, () -> handIn(asked, clearance));
        } else {
            answer = host.submit(clearance, presented(asked, asked.wanted.request()));
            asked.verified = answer.equals("accepted");
        }
    }

    @Override
    public void submit(ObjectNode changes) {
        Asked asked = book.last();
        String clearance = asked.clearance;
        if (clearance == null || hostDown) {
            throw new StoryFailedException(
                    clearance == null ? "the application holds no clearance" : "the host cannot be reached");
        }
        ObjectNode changed = asked.wanted.body().deepCopy();
        JSON.readerForUpdating(changed).readValue(changes);
        answer = host.submit(clearance, presented(asked, request(changed)));
    }

    @Override
    public void cancel() {
        String status = host.cancel(book.last().id);
        if (status == null) {
            throw new StoryFailedException("the host knows nothing of this transfer");
        }
        answer = status;
    }

    private CanonicalTransfer presented(Asked asked, TransferRequest request) {
        return CanonicalTransfer.of(request, visits.terminal(), asked.session);
    }

    private static TransferRequest request(ObjectNode body) {
        return TransferBody.read(Fields.of(JSON.writeValueAsBytes(body)));
    }
}
