package dev.kioskguard.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.sim.bank.app.Teller;
import dev.kioskguard.sim.bank.app.Visit;
import dev.kioskguard.sim.bank.host.ClearanceReader;
import dev.kioskguard.sim.bank.host.Host;
import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.bank.host.HostUnreachableException;
import dev.kioskguard.sim.bank.host.Ledger;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.Breakable;
import dev.kioskguard.sim.bench.port.Eyes;
import dev.kioskguard.sim.bench.port.Settling;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A bench with a real terminal, a real host that can verify nothing, and an application with one visit. */
final class BenchFixture implements AutoCloseable {

    final List<Runnable> alarms = new CopyOnWriteArrayList<>();
    final Alarms byHand = (delay, ring) -> {
        alarms.add(ring);
        return () -> {};
    };
    final Terminal terminal = new Terminal(byHand, new Random(7), "SN-1");
    final OneVisit teller = new OneVisit();
    final List<Set<String>> held = new CopyOnWriteArrayList<>();
    final List<String> screenFaults = new CopyOnWriteArrayList<>();

    final StreamCamera camera = new StreamCamera();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Ledger ledger;
    private final Bench bench;

    BenchFixture(Path folder, boolean isGuarded) {
        ledger = Ledger.open(folder.resolve("bank.db"));
        bench = Bench.open(0, isGuarded ? guarded() : BenchPorts.alone(terminal, byHand, Map.of()));
    }

    private BenchPorts guarded() {
        ClearanceReader noKeys = new ClearanceReader(() -> {
            throw new HostUnreachableException("no guard");
        });
        Host host = new Host(ledger, noKeys, "ATM-1", () -> Instant.EPOCH);
        BenchPorts.Bank bank = new BenchPorts.Bank(host, new HostLine(host));
        BenchPorts.Guarded guarded =
                new BenchPorts.Guarded(teller, bank, new OneScreen(), new Remembering(), Settling.AT_ONCE);
        Breakable screen = new Breakable(Set.of("dead"), screenFaults::add);
        return new BenchPorts(terminal, byHand, Optional.of(guarded), Map.of("screen", List.of(screen)), camera);
    }

    /** Eyes that remember what they were told to see, and see it. */
    private final class Remembering implements Eyes {

        @Override
        public void hold(Set<String> names) {
            held.add(names);
        }

        @Override
        public Set<String> holding() {
            return held.isEmpty() ? Set.of() : held.get(held.size() - 1);
        }

        @Override
        public boolean areLooking() {
            return !held.isEmpty();
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + bench.uri().getPort() + path);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    HttpResponse<String> post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("detail").asString("")).isNotBlank();
    }

    @Override
    public void close() {
        bench.close();
        ledger.close();
    }

    /** A bank's application with one visit whose PIN is right. */
    static final class OneVisit implements Teller {

        final List<String> asked = new CopyOnWriteArrayList<>();
        volatile Optional<Visit> visit = Optional.of(new Visit("S1", Optional.empty(), Visit.Pin.RIGHT));
        volatile Optional<GuardRefusedException> refusal = Optional.empty();

        @Override
        public Optional<Visit> awaitVisit(Predicate<Optional<Visit>> wanted, Duration wait) {
            return visit;
        }

        @Override
        public String ask(Visit visit, ObjectNode body, boolean submit) {
            refusal.ifPresent(thrown -> {
                throw thrown;
            });
            asked.add(body + " " + submit);
            return "T1";
        }
    }

    /** A screen that shows nothing to do. */
    private static final class OneScreen implements BenchPorts.Screen {

        @Override
        public URI origin() {
            return URI.create("http://127.0.0.1:8470");
        }

        @Override
        public URI ticketed() {
            return URI.create("http://127.0.0.1:8470/screen?ticket=once");
        }

        @Override
        public String shown() {
            return "idle";
        }
    }
}
