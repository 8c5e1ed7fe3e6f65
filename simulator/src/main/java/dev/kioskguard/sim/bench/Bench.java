package dev.kioskguard.sim.bench;

import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The listener of the bench: loopback only, no foreign origin, every refusal a problem document. */
public final class Bench implements AutoCloseable {

    private final BenchHands hands;
    private final ChangeWatch watch;
    private final Listener listener;
    private final StreamCamera camera;

    private Bench(BenchHands hands, ChangeWatch watch, Listener listener, StreamCamera camera) {
        this.camera = camera;
        this.hands = hands;
        this.watch = watch;
        this.listener = listener;
    }

    /**
     * Opens the bench.
     *
     * @param port 0 for a free one
     * @throws dev.kioskguard.web.http.ListenerException when the port is taken, saying what to do
     */
    public static Bench open(int port, BenchPorts ports) {
        BenchHands hands = new BenchHands();
        TerminalRoutes terminal = new TerminalRoutes(ports, hands);
        HostRoutes host = new HostRoutes(ports, hands);
        var camera = new CameraRoutes(ports, hands);
        Map<String, Supplier<Map<String, Object>>> views =
                new HashMap<>(Map.of("terminal", terminal::view, "camera", camera::view));
        if (ports.guarded().isPresent()) {
            views.put("host", host::view);
        }
        var desk = new DeskRoutes(ports, hands);
        if (ports.desk().isPresent()) {
            views.put("desk", desk::view);
        }
        ChangeWatch watch = new ChangeWatch(views);
        Listener listener = Listener.start(ListenerSettings.of("bench", port), routes -> {
            terminal.addTo(routes);
            host.addTo(routes);
            desk.addTo(routes);
            new TransferRoutes(ports, hands).addTo(routes);
            camera.addTo(routes);
            new PictureRoutes(ports.camera()).addTo(routes);
            new FaultRoutes(ports, hands).addTo(routes);
            watch.addTo(routes);
            new PageRoutes(ports).addTo(routes);
        });
        return new Bench(hands, watch, listener, ports.camera());
    }

    public URI uri() {
        return listener.uri();
    }

    @Override
    public void close() {
        watch.close();
        camera.close();
        hands.close();
        listener.close();
    }
}
