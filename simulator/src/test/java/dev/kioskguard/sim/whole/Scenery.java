package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.whole.Door.Owner;
import dev.kioskguard.sim.whole.Door.Scene;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sees to it that at a terminal there is going on what a door wants. */
final class Scenery {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Owner owner;
    private final Person person;
    private final Simulation simulation;
    private String paused = "none";

    Scenery(Owner owner, Person person, Simulation simulation) {
        this.owner = owner;
        this.person = person;
        this.simulation = simulation;
    }

    /** The transfer that was paused last, or {@code none}. */
    String paused() {
        return paused;
    }

    /** Brings about what a door is meant for, where the call before, or time, has ended it. */
    void set(Scene wanted) {
        if (wanted == Scene.NOBODY) {
            leave();
            return;
        }
        if (wanted == Scene.PAUSED && !state().paused().containsKey(paused)) {
            leave();
            pause();
        }
        if (!someoneIsHere()) {
            leave();
            begin();
        }
        if (wanted == Scene.VISIT || wanted == Scene.PAUSED || (wanted == Scene.ASKED && isHeld())) {
            open().ifPresent(one -> person.api().call(Call.delete("/api/transfers/" + one.transferId())));
        }
        if ((wanted == Scene.ASKED || wanted == Scene.HELD) && open().isEmpty()) {
            ask();
        }
        if (wanted == Scene.HELD && !isHeld()) {
            person.answer("help");
        }
    }

    private void pause() {
        begin();
        try (var customer = new HonestCustomer(person.screen(), "family-support", shown -> {
            if (shown.path("kind").asString().equals("warning")) {
                person.answer("pause");
            }
        })) {
            assertThat(customer).isNotNull();
            paused = ask();
            await().atMost(PATIENCE)
                    .until(() -> person.state(paused).path("state").asString().equals("paused"));
            leave();
            await().atMost(PATIENCE).until(() -> state().paused().containsKey(paused));
        }
    }

    /** Begins a visit: with a card where the guard has the reader, by the application's word where it has not. */
    private void begin() {
        if (owner == Owner.HOSTED) {
            person.insertCard();
        } else {
            var card = Map.of("token", "k", "masked", "6222");
            var visit = Map.of("terminalId", "ATM-0001", "card", card, "language", "zh-CN");
            String id = person.api()
                    .call(Call.post("/api/sessions", visit))
                    .path("sessionId")
                    .asString();
            person.api().call(Call.put("/api/sessions/" + id + "/mode", Map.of("mode", "guard")));
        }
    }

    private boolean someoneIsHere() {
        return state().visit() != null
                && (owner == Owner.BESIDE || person.card().equals("inside"));
    }

    private void leave() {
        var visit = state().visit();
        if (owner == Owner.HOSTED) {
            person.pullCard();
        } else if (visit != null) {
            person.api().call(Call.delete("/api/sessions/" + visit.sessionId()));
        }
    }

    private String ask() {
        var visit = state().visit();
        if (owner == Owner.HOSTED || visit == null) {
            return person.transfer("zh-CN");
        }
        JsonNode asked = JSON.readTree(Door.TRANSFER.replace("{session}", visit.sessionId()));
        return person.api()
                .call(Call.post("/api/transfers", asked))
                .path("transferId")
                .asString();
    }

    private boolean isHeld() {
        return open().filter(one -> one.stage() == Stage.HELD).isPresent();
    }

    /** The transfer that is under way. */
    Optional<Case> open() {
        return Optional.ofNullable(state().open()).filter(one -> one.verdict() == null);
    }

    /** What the guard knows now. */
    GuardState state() {
        return simulation.guard().guard().state();
    }
}
