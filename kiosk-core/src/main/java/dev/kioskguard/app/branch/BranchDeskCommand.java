package dev.kioskguard.app.branch;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.config.KioskConfig.Broker;
import dev.kioskguard.app.log.LogSetup;
import dev.kioskguard.app.verb.StopSignal;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelAccess.Stores;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb that runs one desk for all machines of a branch. */
@Command(
        name = "desk",
        description = {
            "Runs one desk for all machines of a branch, fed by a broker (MQTT 5), until it is stopped.",
            "Machines take its word once desk-keys.json of its data folder is named in paging.broker.desks there.",
            "Branch, address and certificates are those of kiosk.yaml where no option says otherwise."
        })
public final class BranchDeskCommand implements Callable<Integer> {

    private static final String NAME_FORM = "[A-Za-z0-9_-]{1,40}";

    @Option(
            names = "--broker",
            paramLabel = "URI",
            required = true,
            description = "mqtts://host:8883, or mqtt://127.0.0.1:1883 on this machine")
    private String broker;

    @Option(names = "--branch", paramLabel = "R", description = "the branch (default: terminal.branch of kiosk.yaml)")
    private @Nullable String branch;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "${sys:kioskguard.home:-.}/config",
            description = "the folder of kiosk.yaml (default: config)")
    private Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:kioskguard.home:-.}/data/desk",
            description = "the desk's own folder of staff, key and journal (default: data/desk)")
    private Path data;

    @Option(names = "--port-base", paramLabel = "B", description = "the desk listens on B+1 (default: ports.base)")
    private @Nullable Integer portBase;

    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            description = "PKCS #12 of whoever may vouch for the broker (default: that of paging.broker)")
    private @Nullable Path trustStore;

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description = "PKCS #12 of the desk's own certificate (default: that of paging.broker)")
    private @Nullable Path keyStore;

    @Option(
            names = "--store-password",
            paramLabel = "FILE",
            description = "a file whose first line opens both (default: that of paging.broker)")
    private @Nullable Path storePassword;

    @Spec
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // The logs are only to be closed.
    public Integer call() throws InterruptedException {
        InstantSource wall = InstantSource.system();
        try (var stop = new StopSignal();
                var watch = ConfigWatch.open(config.resolve("kiosk.yaml"), wall)) {
            KioskConfig read = watch.current();
            ChannelAccess access = access(read, watch.folder());
            int base = portBase == null ? read.machine().ports().base() : portBase;
            try (var folder = DataDirectory.open(data);
                    var logs = LogSetup.into(data.resolve("logs"));
                    var desk = BranchOffice.open(new BranchOffice.Setup(folder, read, watch.folder(), access, base))) {
                tell(desk);
                stop.await();
            }
        }
        return 0;
    }

    private void tell(BranchOffice desk) {
        PrintWriter err = spec.commandLine().getErr();
        desk.fingerprint().ifPresent(shown -> err.println("desk certificate SHA-256 " + shown));
        err.println(
                "desk key " + desk.keyId() + ": name " + desk.publicKey() + " in paging.broker.desks of each machine");
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.println("desk " + desk.uri());
        out.println("ready " + desk.uri());
        out.flush();
    }

    private ChannelAccess access(KioskConfig read, Path folder) {
        URI uri = Broker.address(broker);
        if (uri == null) {
            throw new IllegalArgumentException(
                    "--broker is no address of a broker that is taken here; write mqtts://host:8883,"
                            + " or mqtt://127.0.0.1:1883 on this machine");
        }
        String of = branch == null ? read.terminal().branch() : branch;
        if (!of.matches(NAME_FORM)) {
            throw new IllegalArgumentException("--branch must be 1 to 40 letters, digits, hyphens or underscores");
        }
        return new ChannelAccess(uri, of, Broker.isSecure(uri) ? stores(read.broker(), folder) : null);
    }

    private Stores stores(@Nullable Broker configured, Path folder) {
        Stores usual = configured == null ? null : configured.stores(folder);
        Path trust = trustStore != null || usual == null ? trustStore : usual.trust();
        Path password = storePassword != null || usual == null ? storePassword : usual.password();
        if (trust == null || password == null) {
            throw new IllegalArgumentException(
                    "a broker with TLS needs --trust-store and --store-password, and mostly --key-store;"
                            + " or name them in paging.broker of kiosk.yaml");
        }
        return new Stores(trust, keyStore != null || usual == null ? keyStore : usual.key(), password);
    }
}
