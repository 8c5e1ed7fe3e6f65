package dev.kioskguard.sim.whole;

import dev.kioskguard.app.branch.BranchOffice;
import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Line;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelAccess.Stores;
import dev.kioskguard.sim.broker.Mosquitto;
import dev.kioskguard.sim.staff.DemoStaff;
import dev.kioskguard.transfer.clearance.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** A machine, a broker that asks for certificates, and one desk for the branch, each in a place of its own. */
final class BranchPremises implements AutoCloseable {

    static final String BRANCH = "B-001";
    static final String MACHINE = "ATM-0001";
    static final String HOME = "kioskguard/" + BRANCH + "/" + MACHINE + "/";

    private final Path deskFolder;
    private final Stores deskStores;
    private final DataDirectory deskHome;
    private final ConfigWatch config;
    final Premises machine;
    final Mosquitto broker;
    final int witnessPort;
    BranchOffice desk;

    private BranchPremises(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var papers = dev.kioskguard.adapter.mqtt.Papers.make(folder.resolve("papers"));
        witnessPort = Mosquitto.freePort();
        broker = papers.broker(folder.resolve("broker"), witnessPort);
        deskFolder = folder.resolve("desk");
        deskStores = papers.of("desk");
        machine = Premises.in(folder);
        connect(papers.of("atm-0001"));
        deskHome = DataDirectory.open(deskFolder);
        DemoStaff.enrol(deskHome, new SplittableRandom(1));
        config = ConfigWatch.open(machine.config().resolve("kiosk.yaml"), InstantSource.system());
        desk = open();
    }

    static BranchPremises in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        return new BranchPremises(folder);
    }

    private BranchOffice open() {
        return BranchOffice.open(new BranchOffice.Setup(
                deskHome, config.current(), config.folder(), new ChannelAccess(broker.uri(), BRANCH, deskStores), 0));
    }

    /** Has the machine's configuration name the broker, as the bank would write it. */
    private void connect(Stores stores) throws IOException {
        Path file = machine.config().resolve("kiosk.yaml");
        String section = """
                paging:
                  broker:
                    uri: %s
                    trust-store: %s
                    key-store: %s
                    store-password: %s
                    desks: %s
                """.formatted(
                broker.uri(), stores.trust(), stores.key(), stores.password(), deskFolder.resolve("desk-keys.json"));
        String before = Files.readString(file);
        Files.writeString(file, before.replace("paging:\n", section));
    }

    /** Returns the key by which the machine knows the desk. */
    SigningKey deskKey() throws IOException {
        return SigningKey.parse(Files.readAllBytes(deskFolder.resolve("desk.key")));
    }

    /** Returns the lines of a kind in the journal of the machine. */
    List<Line.Fields> machineLines(String kind) {
        return machine.lines(kind);
    }

    /** Returns the lines of a kind in the journal of the desk. */
    List<Line.Fields> deskLines(String kind) {
        return Premises.lines(deskFolder, kind);
    }

    @Override
    public void close() {
        desk.close();
        config.close();
        deskHome.close();
        broker.close();
    }
}
