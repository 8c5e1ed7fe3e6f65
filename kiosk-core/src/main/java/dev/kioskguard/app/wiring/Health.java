package dev.kioskguard.app.wiring;

import dev.kioskguard.app.channel.Outside;
import dev.kioskguard.app.desk.DeskReach;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.device.Device;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.run.UndoneException;
import dev.kioskguard.paging.Way;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.transfer.clearance.Checkpoint;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.vision.SignalSource;
import dev.kioskguard.web.http.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What works, what is degraded, and what is refused because of it; with a signed checkpoint of the journal. */
final class Health {

    private final GuardRunner guard;
    private final Journal journal;
    private final ClearanceKeys keys;
    private final OpenDevices devices;
    private final Facts facts;

    Health(GuardRunner guard, Journal journal, ClearanceKeys keys, OpenDevices devices, Facts facts) {
        this.guard = guard;
        this.journal = journal;
        this.keys = keys;
        this.devices = devices;
        this.facts = facts;
    }

    Map<String, Object> report() {
        List<String> refused = new ArrayList<>(guard.state().means().missing());
        String trouble = trouble();
        if (trouble != null) {
            refused.add("journal-failed");
        }
        boolean devicesWell = devices.byPlace().values().stream()
                .allMatch(device -> device.status().isOnline());
        UndoneException undone = guard.lastUndone();
        boolean wordsWell = facts.files().isWell() && facts.content().isWell();
        boolean well = refused.isEmpty() && devicesWell && wordsWell && waysWell() && undone == null;
        var body = new LinkedHashMap<String, Object>();
        body.put("status", refused.isEmpty() ? well ? "ok" : "degraded" : "refusing");
        body.put("terminal", facts.terminal());
        body.put("transfersRefusedBecause", refused);
        body.put("devices", devices());
        body.put("looking", looking());
        body.put("journal", journal(trouble));
        if (undone != null) {
            body.put("undone", String.valueOf(undone.getMessage()));
        }
        body.put("desk", DeskReach.report(facts.desk()));
        broker().ifPresent(broker -> body.put("broker", broker));
        Map<String, Object> ways = ways();
        if (!ways.isEmpty()) {
            body.put("ways", ways);
        }
        facts.files().into(body);
        body.put("content", facts.content().pack().version());
        body.put("contentPack", facts.content().report());
        body.put("keysIgnored", guard.state().lastKey().ignoredCount());
        return body;
    }

    /** Returns what kept the last step from being written, or would keep the next one. */
    private @Nullable String trouble() {
        Throwable last = guard.lastTrouble();
        return last != null
                ? String.valueOf(last.getMessage())
                : journal.obstacle().map(Throwable::getMessage).orElse(null);
    }

    private Map<String, Object> devices() {
        var all = new LinkedHashMap<String, Object>();
        devices.byPlace().forEach((place, device) -> all.put(place, device(device)));
        return all;
    }

    /** A guard that cannot look goes on all the same: what is not seen is neither safe nor guilty. */
    private Map<String, Object> looking() {
        return facts.sight()
                .obstacle()
                .<Map<String, Object>>map(why -> Map.of("can", false, "why", why))
                .orElse(Map.of("can", true));
    }

    /** Without a broker pages still stand at the machine's own desk, so nothing is refused for it. */
    private Optional<Map<String, Object>> broker() {
        return facts.outside().status().map(Health::way);
    }

    /** The other ways to people, where there are any: a page stands at the desk whatever becomes of it on them. */
    private Map<String, Object> ways() {
        var all = new LinkedHashMap<String, Object>();
        facts.outside().statuses().forEach((way, status) -> {
            if (way != Way.BROKER) {
                all.put(way.word(), way(status));
            }
        });
        return all;
    }

    private static Map<String, Object> way(ChannelStatus status) {
        return Map.of(
                "state", status.state().word(),
                "detail", status.detail(),
                "pagesWaiting", status.waiting());
    }

    private boolean waysWell() {
        return facts.outside().statuses().values().stream().allMatch(ChannelStatus::isWell);
    }

    private static Map<String, Object> device(Device device) {
        var status = device.status();
        return Map.of("state", status.state().name().toLowerCase(Locale.ROOT), "detail", status.detail());
    }

    private Map<String, Object> journal(@Nullable String trouble) {
        var body = new LinkedHashMap<String, Object>();
        Head head = journal.head();
        body.put("head", head.text());
        body.put("checkpoint", keys.sign(new Checkpoint(head, guard.time().instant(), facts.terminal())));
        if (trouble != null) {
            body.put("trouble", trouble);
        }
        return body;
    }

    /** What a report names: the terminal, the content, the files a bank may change, what is seen by, the desk. */
    record Facts(
            String terminal, ContentInUse content, FileHealth files, SignalSource sight, Reach desk, Outside outside) {

        static Facts of(GuardSetup setup, FileHealth files, SignalSource sight, Reach desk, Outside outside) {
            String terminal = setup.config().current().terminal().id();
            return new Facts(terminal, setup.wording(), files, sight, desk, outside);
        }
    }
}
