package dev.kioskguard.app.doctor;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.config.KioskConfig.Broker;
import dev.kioskguard.app.desk.DeskReach;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.paging.Role;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.web.desk.staff.Staff;
import dev.kioskguard.web.desk.staff.StaffRoll;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.Reach;
import dev.kioskguard.web.http.tls.ServerIdentity;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Examines the ways to people: the desk, who is on its roll, the broker and the bank's address for pages. */
final class PeopleExam {

    private static final String PATH = "/desk/fitness";
    private static final int WORD_BYTES = 16;

    /** Red needs two people at the machine. */
    private static final int STAFF_MIN = 2;

    private static final int MQTT_TLS_PORT = 8883;
    private static final int MQTT_PORT = 1883;
    private static final int HTTPS_PORT = 443;

    private final Examiner examiner;
    private final KioskConfig config;
    private final Path folder;
    private final Path data;

    PeopleExam(Examiner examiner, KioskConfig config, Path folder, Path data) {
        this.examiner = examiner;
        this.config = config;
        this.folder = folder;
        this.data = data;
    }

    /**
     * Examines the ways that the configuration names.
     *
     * @param guardRuns whether a guard has the desk's port
     */
    void examine(boolean guardRuns) {
        if (guardRuns) {
            examiner.check(Item.GUARD, "", () -> new GuardCall(config.machine().ports(), data).health());
            examiner.check(Item.DESK, "", () -> new GuardCall(config.machine().ports(), data).desk(config.desk()));
        } else {
            examiner.note(Item.GUARD, "", Outcome.pass("not running on this data folder"));
            examiner.check(Item.DESK, "", this::desk);
        }
        examiner.check(Item.STAFF, "", this::staff);
        Broker broker = config.broker();
        if (broker != null) {
            URI uri = broker.uri();
            int port = uri.getPort() >= 0 ? uri.getPort() : Broker.isSecure(uri) ? MQTT_TLS_PORT : MQTT_PORT;
            examiner.check(Item.BROKER, "", () -> Reached.at(uri, port, Broker.isSecure(uri), broker.stores(folder)));
        }
        var webhook = config.calling().webhook();
        if (webhook != null) {
            ChannelAccess access = webhook.access(config.terminal().branch(), folder);
            URI uri = access.uri();
            boolean secure = "https".equals(uri.getScheme());
            int port = uri.getPort() >= 0 ? uri.getPort() : HTTPS_PORT;
            examiner.check(Item.WEBHOOK, "", () -> Reached.at(uri, port, secure, access.stores()));
        }
    }

    /** Opens the desk's own listener for a moment and calls it by its name, as a phone would; nobody is paged. */
    private Outcome desk() throws Exception {
        boolean local = Reach.isLoopback(config.desk().listen());
        if (!local && !Files.isDirectory(data)) {
            return Outcome.warn("its certificate is not made yet", "请在首次启动后重新检查", "look again after the first start");
        }
        if (local) {
            return called(Reach.LOOPBACK);
        }
        try (var held = DataDirectory.open(data)) {
            return called(DeskReach.of(config.desk(), held));
        }
    }

    private Outcome called(Reach reach) throws Exception {
        byte[] fresh = new byte[WORD_BYTES];
        new SecureRandom().nextBytes(fresh);
        String word = HexFormat.of().formatHex(fresh);
        ListenerSettings settings =
                ListenerSettings.of("fitness", config.machine().ports().desk()).reachedFrom(reach);
        try (Listener listener = Listener.start(settings, routes -> routes.get(PATH, ctx -> ctx.result(word)))) {
            URI uri = listener.named().orElse(listener.uri()).resolve(PATH);
            ServerIdentity identity = reach.identity();
            String answer = DeskCall.get(uri, identity == null ? null : identity.fingerprint());
            String seen = "%s answered its test page%s".formatted(uri.resolve("/desk"), shown(identity));
            return answer.equals(word) ? Outcome.pass(seen) : Outcome.fail("somebody else answers at " + uri);
        }
    }

    private static String shown(@Nullable ServerIdentity identity) {
        return identity == null ? "" : ", certificate SHA-256 " + identity.fingerprint();
    }

    private Outcome staff() {
        List<Staff> all = StaffRoll.at(data.resolve("staff.json")).all();
        List<Staff> ready = all.stream().filter(staff -> !staff.firstPin()).toList();
        String seen = "%d on the roll, %d with a PIN of their own".formatted(all.size(), ready.size());
        boolean head = ready.stream().anyMatch(staff -> staff.role() == Role.HEAD_OF_BRANCH);
        return head && ready.size() >= STAFF_MIN
                ? Outcome.pass(seen)
                : Outcome.warn(seen + (head ? "" : ", no head of the branch among them"));
    }
}
