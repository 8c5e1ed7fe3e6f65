package dev.kioskguard.sim.bench;

import dev.kioskguard.device.Key;
import dev.kioskguard.sim.bank.app.Teller;
import dev.kioskguard.sim.bank.app.Visit;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.BenchPorts.Guarded;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The customer who asks the bank's application for a transfer. */
final class TransferRoutes {

    private static final Duration VISIT_WITHIN = Duration.ofSeconds(5);
    private static final Duration PIN_KEYABLE_WITHIN = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;
    private final Optional<Guarded> guarded;
    private final BenchHands hands;

    TransferRoutes(BenchPorts ports, BenchHands hands) {
        this.terminal = ports.terminal();
        this.guarded = ports.guarded();
        this.hands = hands;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/sim/transfer", this::transfer);
    }

    private void transfer(Context ctx) {
        Boolean submit = Fields.of(ctx).optionalBoolean("submit");
        // The guard judges the rest, as it would for any application.
        ObjectNode body = (ObjectNode) JSON.readTree(ctx.bodyAsBytes());
        body.remove("submit");
        Teller teller = BenchPorts.require(guarded).teller();
        hands.answer(ctx, () -> {
            Visit visit = withPin(teller);
            Json.answer(ctx, 201, Map.of("transferId", ask(teller, visit, body, submit == null || submit)));
        });
    }

    private static String ask(Teller teller, Visit visit, ObjectNode body, boolean submit) {
        try {
            return teller.ask(visit, body, submit);
        } catch (GuardRefusedException e) {
            String detail = e.detail().isBlank() ? "the guard refused the transfer; see its log" : e.detail();
            throw new ProblemException(new Problem(e.status(), "refused-by-guard", detail));
        } catch (GuardUnreachableException e) {
            throw Problem.unavailable("guard-unreachable", "the guard does not answer; wait until it is back")
                    .asException();
        }
    }

    /** Returns the visit once its PIN is right; the customer keys it if nobody has. */
    private Visit withPin(Teller teller) throws InterruptedException {
        Visit visit = teller.awaitVisit(Optional::isPresent, VISIT_WITHIN).orElseThrow(TransferRoutes::noVisit);
        if (visit.pin() == Visit.Pin.AWAITED) {
            BenchHands.came(terminal.whenKeypad(EncryptingPad.Mode.PIN), PIN_KEYABLE_WITHIN);
            terminal.press(demoPin());
            visit = teller.awaitVisit(
                            now -> now.map(Visit::pin).orElse(Visit.Pin.FAILED) != Visit.Pin.AWAITED,
                            PIN_KEYABLE_WITHIN)
                    .orElseThrow(TransferRoutes::noVisit);
        }
        if (visit.pin() != Visit.Pin.RIGHT) {
            throw Problem.conflict("no-pin", "the PIN of this visit is not right; pull the card and insert it again")
                    .asException();
        }
        return visit;
    }

    private static ProblemException noVisit() {
        return Problem.conflict("no-visit", "there is no visit; insert a card first")
                .asException();
    }

    private static List<Key> demoPin() {
        List<Key> keys = new ArrayList<>();
        for (int at = 0; at < Card.DEMO_PIN.length(); at++) {
            keys.add(Key.of(Card.DEMO_PIN.substring(at, at + 1)).orElseThrow());
        }
        keys.add(Key.ENTER);
        return keys;
    }
}
