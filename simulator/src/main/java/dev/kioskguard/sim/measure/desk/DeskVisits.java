package dev.kioskguard.sim.measure.desk;

import dev.kioskguard.sim.branch.Branch;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.measure.process.FreePorts;
import dev.kioskguard.sim.staff.DemoStaff;
import dev.kioskguard.sim.whole.Simulation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One customer after another for whom a person is called, with screen and desk each in a browser of their own. */
final class DeskVisits {

    private static final int VISITS = 40;
    private static final int WARM_UP = 5;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    private static final int SECONDS_MAX = 30;
    private static final int LOOKS_MAX = 200;
    private static final double NANOS_A_MILLI = 1e6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the bank finds odd is one kind of evidence; what is seen next is the second, and calls a person. */
    private static final Map<String, Object> ODD = Map.of(
            "amount", Map.of("currency", "CNY", "minor", 200_000),
            "payee", Map.of("name", "李明", "account", "6222020000000000109", "relation", "none", "firstTime", false),
            "payer", Map.of("anomaly", true));

    private final Path config;
    private final Path scratch;
    private final boolean broker;
    private @Nullable Taken taken;

    DeskVisits(Path config, Path scratch, boolean broker) {
        this.config = config;
        this.scratch = scratch;
        this.broker = broker;
    }

    /** Returns how long each took; the second time what the first has found. */
    Taken take() throws IOException, InterruptedException {
        Taken known = taken;
        if (known == null) {
            known = visits();
            taken = known;
        }
        return known;
    }

    private Taken visits() throws IOException, InterruptedException {
        Files.createDirectories(scratch);
        var options = new Simulation.Options(
                config, scratch.resolve("data"), false, Optional.of(FreePorts.inARow()), 1, 1, broker);
        try (Simulation simulation = Simulation.start(options);
                Glass screen = Glass.at(simulation.guard().screenUri(), scratch.resolve("screen"));
                Glass desk = Glass.at(desk(simulation), scratch.resolve("desk"))) {
            signIn(desk);
            var bench = new GuardConnection(simulation.bench(), () -> "");
            screen.awaitSeen(shown("idle"));
            var pages = new ArrayList<Double>();
            var verdicts = new ArrayList<Double>();
            for (int n = 0; n < WARM_UP + VISITS; n++) {
                String page = called(bench, screen);
                pages.add(millis(desk.whenSeen(onTheDesk(page)), () -> sees(bench, List.of("PHONE_IN_HAND"))));
                desk.awaitSeen(onTheDesk(page) + "?.dataset.state === 'delivered'");
                desk.run(onTheDesk(page) + ".querySelector('[name=reason]').value = '与客户交谈'");
                String hold = onTheDesk(page) + ".querySelector('[data-action=hold]').click()";
                verdicts.add(millis(screen.whenSeen(shown("held")), () -> desk.run(hold)));
                leaves(bench, desk, page);
            }
            return new Taken(pages.subList(WARM_UP, pages.size()), verdicts.subList(WARM_UP, verdicts.size()));
        }
    }

    private static URI desk(Simulation simulation) {
        return simulation.branch().map(Branch::desk).orElse(simulation.guard().deskUri());
    }

    /** Brings a customer to the first screen, where the camera looks; returns the id of the page that is to come. */
    private static String called(GuardConnection bench, Glass screen) throws IOException, InterruptedException {
        made(bench, "/sim/card", Map.of("action", "insert", "card", "honest"));
        made(bench, "/sim/keys", Map.of("keys", List.of("1", "2", "3", "4", "enter")));
        String transfer = made(bench, "/sim/transfer", ODD).path("transferId").asString();
        screen.awaitSeen(shown("ask-purpose"));
        for (int looks = 0; looks < LOOKS_MAX && !looks(bench); looks++) {
            Glass.pause();
        }
        return "p-" + transfer;
    }

    private static boolean looks(GuardConnection bench) {
        return bench.call(Call.get("/sim/camera")).path("looking").asBoolean(false);
    }

    private static void sees(GuardConnection bench, List<String> signals) {
        made(bench, "/sim/camera", Map.of("sightings", signals));
    }

    private static void leaves(GuardConnection bench, Glass desk, String page)
            throws IOException, InterruptedException {
        sees(bench, List.of());
        made(bench, "/sim/card", Map.of("action", "pull"));
        desk.awaitSeen("!(" + onTheDesk(page) + ") || " + onTheDesk(page) + ".dataset.state === 'resolved'");
    }

    private static JsonNode made(GuardConnection bench, String path, Object body) {
        return bench.call(Call.post(path, body).within(SETTLED_WITHIN));
    }

    private static String onTheDesk(String page) {
        return "document.querySelector('article[data-id=\"" + page + "\"]')";
    }

    private static String shown(String kind) {
        return "document.querySelector('article')?.dataset.kind === '" + kind + "'";
    }

    /** Returns the milliseconds from before something is done until it is seen. */
    private static double millis(CompletableFuture<Long> seen, Runnable doing) {
        long began = System.nanoTime();
        doing.run();
        return (seen.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join() - began) / NANOS_A_MILLI;
    }

    private void signIn(Glass desk) throws IOException, InterruptedException {
        Path roll = scratch.resolve("data").resolve(broker ? "branch/desk" : "").resolve(DemoStaff.FILE);
        desk.awaitSeen("document.getElementById('sign-in') && !document.getElementById('sign-in').hidden");
        JsonNode first = JSON.readTree(Files.readAllBytes(roll)).path(0);
        desk.run("{ const { staff, pin } = document.getElementById('sign-in').elements;"
                + "staff.value = '" + first.path("staff").asString() + "';"
                + "pin.value = '" + first.path("pin").asString() + "';"
                + "document.querySelector('#sign-in button').click() }");
        desk.awaitSeen("!document.getElementById('who').hidden");
    }

    /** In milliseconds, one for each visit. */
    record Taken(List<Double> pages, List<Double> verdicts) {

        Taken {
            pages = List.copyOf(pages);
            verdicts = List.copyOf(verdicts);
        }
    }
}
