package dev.kioskguard.sim.branch;

import dev.kioskguard.app.branch.BranchOffice;
import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.sim.bench.port.Breakable;
import dev.kioskguard.sim.broker.Mosquitto;
import dev.kioskguard.sim.broker.Proxy;
import dev.kioskguard.sim.staff.DemoStaff;
import dev.kioskguard.sim.staff.StaffDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A broker, a wire between it and the machine, and a desk whose word the machine takes. The broker has no memory of its
 * own: started again, it is empty.
 */
public final class Branch implements AutoCloseable {

    /** How late each half of a kilobyte is on a slow wire; a page comes seconds later, and no line ends for it. */
    static final Duration SLOWNESS = Duration.ofMillis(200);

    private static final Set<String> FAULTS = Set.of("dead", "lost", "slow", "full");

    private final Parts parts;
    private final Mosquitto broker;
    private final Proxy wire;
    private final BranchOffice office;
    private final Path roll;

    private Branch(Path folder, ConfigWatch watch, RandomGenerator chance, Parts parts) throws IOException {
        this.parts = parts;
        broker = parts.keep(Mosquitto.start(folder.resolve("broker")));
        wire = parts.keep(Proxy.to(broker.port()));
        DataDirectory home = parts.keep(DataDirectory.open(folder.resolve("desk")));
        DemoStaff.enrol(home, chance);
        roll = home.file(DemoStaff.FILE);
        KioskConfig config = watch.current();
        var access = new ChannelAccess(broker.uri(), config.terminal().branch(), null);
        office = parts.keep(BranchOffice.open(new BranchOffice.Setup(home, config, watch.folder(), access, 0)));
    }

    /**
     * Opens a branch for the machine of that configuration.
     *
     * @param folder where broker and desk keep what they have; the desk's demo staff among it
     * @param chance a cryptographic source, as PINs are drawn from it
     * @throws RuntimeException saying what to do; nothing is left open then
     */
    public static Branch open(Path folder, ConfigWatch watch, RandomGenerator chance) {
        var parts = new Parts();
        try {
            return new Branch(folder, watch, chance, parts);
        } catch (IOException e) {
            parts.close();
            throw new UncheckedIOException("the branch has no broker: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Returns what the machine's configuration has to say of the broker: the wire, and whose word counts. */
    public KioskConfig.Broker seenByTheMachine() {
        return new KioskConfig.Broker(
                wire.uri(),
                null,
                null,
                null,
                office.publicKey().toAbsolutePath().toString(),
                null);
    }

    /** Returns where the broker itself listens, past the wire that can be cut. */
    public URI broker() {
        return broker.uri();
    }

    /** Returns the address of the desk's page. */
    public URI desk() {
        return office.uri();
    }

    /** Returns that desk with its demo staff, of whom nobody has signed in yet. */
    public StaffDesk staffDesk() {
        return new StaffDesk(desk(), roll);
    }

    /** Returns what takes hold of broker and wire. */
    public Breakable pliers() {
        return new Breakable(FAULTS, this::suffer);
    }

    private void suffer(String fault) {
        try {
            wire.mend();
            wire.slow(fault.equals("slow") ? SLOWNESS : Duration.ZERO);
            if (fault.equals("dead")) {
                broker.kill();
            } else {
                broker.startAgain();
                broker.fill(fault.equals("full"));
            }
            if (fault.equals("lost")) {
                wire.cut();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the broker does not take the fault: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
