package dev.kioskguard.sim.bench;

import dev.kioskguard.device.Key;
import dev.kioskguard.sim.bank.app.Teller;
import dev.kioskguard.sim.bank.app.Visit;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.BenchPorts.Guarded;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.CardSlot.Place;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalView;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The customer's card and keys, and the terminal as the customer sees it. */
final class TerminalRoutes {

    /** Keys in one call. */
    static final int KEYS_MAX = 64;

    /** How long a guarded terminal may take to draw a card in: the visit before may just be ending. */
    private static final Duration ACCEPTED_WITHIN = Duration.ofSeconds(10);

    /** How long a lone terminal is looked at; a card stays offered after that, until a client's reader accepts it. */
    private static final Duration ACCEPTED_ALONE_WITHIN = Duration.ofMillis(500);

    private static final Duration PIN_KEYABLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final Optional<Guarded> guarded;
    private final BenchHands hands;

    TerminalRoutes(BenchPorts ports, BenchHands hands) {
        this.terminal = ports.terminal();
        this.guarded = ports.guarded();
        this.hands = hands;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/sim/terminal", ctx -> Json.answer(ctx, 200, view()));
        routes.post("/sim/card", this::card);
        routes.post("/sim/keys", this::keys);
        routes.post("/sim/headset", this::headset);
    }

    /** Returns the terminal and its screen as somebody standing before them sees them. */
    Map<String, Object> view() {
        TerminalView view = terminal.view();
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("card", view.card());
        seen.put("keypad", view.keypad());
        seen.put("lights", view.lights());
        seen.put("speaker", view.speaker());
        seen.put("screen", guarded.map(guard -> guard.screen().shown()).orElse("none"));
        seen.put("display", view.display());
        seen.put("sensors", view.sensors());
        seen.put("printed", guarded.map(guard -> guard.teller().printed()).orElse(List.of()));
        seen.put("keysLost", view.keysLost());
        seen.put("pictures", view.pictures());
        seen.put("faults", view.faults());
        return seen;
    }

    private void card(Context ctx) {
        Fields fields = Fields.of(ctx);
        boolean insert = fields.choice("action", Map.of("insert", true, "pull", false));
        Map<String, Card> cards = Card.all().stream().collect(Collectors.toMap(Card::name, Function.identity()));
        Card card = insert ? fields.choice("card", cards) : fields.optionalChoice("card", cards);
        fields.done();
        hands.answer(ctx, () -> {
            if (insert && card != null) {
                insert(card);
            } else {
                pull();
            }
            Json.answer(ctx, 200, view());
        });
    }

    private void insert(Card card) throws InterruptedException {
        CompletableFuture<Void> inside = terminal.whenCard(Place.INSIDE).toCompletableFuture();
        if (inside.isDone() || terminal.view().card().equals(Place.INSIDE.word())) {
            throw Problem.conflict("card-in-reader", "the reader holds a card already; pull it first")
                    .asException();
        }
        CompletableFuture<Void> keyable = offered(card);
        if (guarded.isEmpty()) {
            BenchHands.came(inside, ACCEPTED_ALONE_WITHIN);
            return;
        }
        if (!BenchHands.came(inside, ACCEPTED_WITHIN)) {
            terminal.pullCard();
            throw Problem.conflict("not-accepted", "the guard's reader accepts no card now; see GET /sim/terminal")
                    .asException();
        }
        BenchHands.came(
                CompletableFuture.anyOf(keyable, out(Place.AT_EXIT), out(Place.RETURNED), out(Place.RETAINED)),
                PIN_KEYABLE_WITHIN);
    }

    private CompletableFuture<Void> offered(Card card) {
        try {
            return terminal.insertCard(card.name()).toCompletableFuture();
        } catch (IllegalStateException e) {
            throw Problem.conflict("card-in-reader", "the reader holds a card already; pull it first")
                    .asException();
        }
    }

    private CompletableFuture<Void> out(Place place) {
        return terminal.whenCard(place).toCompletableFuture();
    }

    private void pull() throws InterruptedException {
        BenchHands.came(terminal.pullCard(), SETTLED_WITHIN);
        if (guarded.isPresent() && !terminal.view().card().equals(Place.INSIDE.word())) {
            guarded.get().teller().awaitVisit(Optional::isEmpty, SETTLED_WITHIN);
        }
    }

    private void headset(Context ctx) {
        Fields fields = Fields.of(ctx);
        boolean plugged = fields.bool("plugged");
        fields.done();
        hands.answer(ctx, () -> {
            terminal.surroundings().sense("enhancedAudioSensor", plugged ? "present" : "notPresent");
            if (guarded.isPresent()) {
                guarded.get().settling().afterFault("headset", plugged ? "plugged" : "none");
            }
            Json.answer(ctx, 200, view());
        });
    }

    private void keys(Context ctx) {
        Fields fields = Fields.of(ctx);
        List<Key> keys = fields.texts("keys", KEYS_MAX, 8).stream()
                .map(TerminalRoutes::key)
                .toList();
        fields.done();
        hands.answer(ctx, () -> {
            int taken = press(keys);
            Json.answer(ctx, 200, Map.of("taken", taken, "lost", keys.size() - taken));
        });
    }

    /** Presses keys and returns how many were taken, once what they mean has been dealt with. */
    int press(List<Key> keys) throws InterruptedException {
        boolean pin = terminal.pad().mode() == EncryptingPad.Mode.PIN;
        CompletableFuture<Integer> pressed = terminal.press(keys).toCompletableFuture();
        BenchHands.came(pressed, SETTLED_WITHIN);
        if (guarded.isPresent()) {
            if (pin && keys.contains(Key.ENTER)) {
                awaitPin(guarded.get().teller());
            }
            guarded.get().settling().afterKeys();
        }
        return pressed.getNow(0);
    }

    private void awaitPin(Teller teller) throws InterruptedException {
        // A wrong PIN is asked for again, so either a verdict or the pad's next entry is the end of it.
        CompletableFuture<Void> again =
                terminal.whenKeypad(EncryptingPad.Mode.PIN).toCompletableFuture();
        teller.awaitVisit(
                visit -> again.isDone() || visit.map(Visit::pin).orElse(Visit.Pin.FAILED) != Visit.Pin.AWAITED,
                SETTLED_WITHIN);
    }

    private static Key key(String word) {
        return Key.of(word)
                .orElseThrow(() -> Problem.unprocessable("keys must be of 0 to 9, enter, clear, cancel, fdk01 to fdk08")
                        .asException());
    }
}
