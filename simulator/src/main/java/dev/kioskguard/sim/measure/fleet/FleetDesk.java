package dev.kioskguard.sim.measure.fleet;

import dev.kioskguard.app.channel.Channels;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.channel.Branch;
import dev.kioskguard.paging.channel.BranchChannel;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.desk.command.Doing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The desk of a branch, of its line to the broker only: whoever sits there is on the way to each page at once. */
final class FleetDesk implements Branch, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIFE = Duration.ofSeconds(15);

    private final Outfit outfit;
    private final Calls calls;
    private final Set<String> here = ConcurrentHashMap.newKeySet();
    /** A hand of its own: a line that hears does not wait for a signature. */
    private final ExecutorService hand = Executors.newSingleThreadExecutor();

    private volatile boolean connected;
    private volatile @Nullable BranchChannel channel;

    FleetDesk(Outfit outfit, Calls calls) {
        this.outfit = outfit;
        this.calls = calls;
    }

    void open(ChannelAccess access) {
        channel = Channels.ofBranch(access.uri().getScheme()).open(access, "fleet", this);
    }

    boolean isConnected() {
        return connected;
    }

    /** Returns how many machines say that they are here. */
    int here() {
        return here.size();
    }

    @Override
    public void connected() {
        connected = true;
    }

    @Override
    public void lost() {
        connected = false;
    }

    @Override
    public void page(String machine, String id, @Nullable String text) {
        if (text != null && state(text).equals(Page.State.RAISED.word())) {
            calls.heard(id);
            hand.execute(() -> comes(machine, id));
        }
    }

    private void comes(String machine, String id) {
        Instant now = outfit.time().instant().truncatedTo(ChronoUnit.SECONDS);
        var target = new DeskCommand.Target(Outfit.BRANCH, machine, id);
        var command = new DeskCommand(
                "a-" + id, target, Doing.ACKNOWLEDGEMENT, "lobby", null, null, null, now, now.plus(LIFE));
        BranchChannel way = channel;
        if (way != null) {
            var unused = way.command(machine, command.sign(outfit.desk()));
        }
    }

    @Override
    public void status(String machine, String text) {
        if (state(text).equals("here")) {
            here.add(machine);
        } else {
            here.remove(machine);
        }
    }

    private static String state(String text) {
        return JSON.readTree(text).path("state").asString("");
    }

    @Override
    public void event(String machine, String text) {
        // What happens to pages is seen by the pages.
    }

    @Override
    public void refused(String kind, String detail) {
        calls.refused(kind);
    }

    @Override
    public void close() {
        hand.shutdownNow();
        BranchChannel way = channel;
        if (way != null) {
            way.close();
        }
    }
}
