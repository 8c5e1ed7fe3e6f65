package dev.kioskguard.sim.whole;

import dev.kioskguard.app.wiring.RunningGuard;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Role;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.branch.Branch;
import dev.kioskguard.sim.staff.StaffDesk;
import dev.kioskguard.sim.staff.StaffRoom;
import dev.kioskguard.sim.staff.persona.Shift;
import dev.kioskguard.sim.staff.persona.StaffPersona;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk beside a simulated terminal, and characters at it: at the branch's desk where there is one. Thread-safe. */
final class DeskBeside implements BenchPorts.Desk {

    private static final Logger LOG = LoggerFactory.getLogger(DeskBeside.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int PAGES_TOLD_MAX = 5;
    private static final String NOBODY = "nobody";

    private final RunningGuard guard;
    private final Optional<Branch> branch;
    private final StaffDesk desk;
    private final StaffRoom room;
    private String onDuty = NOBODY;

    /** A desk at which nobody is on duty; {@code roll} tells the staff of the machine's own with their PINs. */
    DeskBeside(RunningGuard guard, Optional<Branch> branch, Path roll, ScheduledExecutorService looks) {
        this.guard = guard;
        this.branch = branch;
        this.desk = branch.map(Branch::staffDesk).orElseGet(() -> new StaffDesk(guard.deskUri(), roll));
        this.room = new StaffRoom(this::code);
        var unused = looks.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns a bench with this desk beside its terminal, and hands on the branch's broker where there is one. */
    BenchPorts addedTo(BenchPorts ports) {
        BenchPorts with = ports.with(this);
        return branch.map(there -> with.with("broker", there.pliers())).orElse(with);
    }

    @Override
    public URI page() {
        return guard.deskUri();
    }

    @Override
    public Map<String, Object> view() {
        var view = new LinkedHashMap<String, Object>();
        view.put("url", page().toString());
        branch.ifPresent(with -> view.put("branch", with.desk().toString()));
        guard.outside().ifPresent(outside -> view.put("broker", told(outside)));
        view.put("as", onDuty());
        view.put(
                "pages",
                guard.pages().stream()
                        .sorted(Comparator.comparing(Page::raisedAt).reversed())
                        .limit(PAGES_TOLD_MAX)
                        .map(DeskBeside::told)
                        .toList());
        return view;
    }

    private static Map<String, Object> told(ChannelStatus outside) {
        return Map.of("state", outside.state().word(), "detail", outside.detail(), "pagesWaiting", outside.waiting());
    }

    private static Map<String, Object> told(Page page) {
        return Map.of(
                "id", page.id(),
                "state", page.state().word(),
                "tier", page.tier(),
                "called", Rota.called(page.level()).word(),
                "transferId", page.transferId());
    }

    private synchronized String onDuty() {
        return onDuty;
    }

    @Override
    public synchronized void onDuty(String who) {
        StaffPersona persona = StaffPersona.BY_WORD.get(who);
        Map<String, StaffPersona> people = persona == null
                ? Map.of()
                : Stream.of(Role.LOBBY_MANAGER, Role.HEAD_OF_BRANCH, Role.OFFICER)
                        .collect(Collectors.toMap(Role::word, role -> persona));
        room.onDuty(new Shift(people), page -> page.path("tier").asString("").equals("red"));
        onDuty = who;
    }

    private synchronized void look() {
        if (onDuty.equals(NOBODY)) {
            return;
        }
        try {
            room.turn(desk, guard.guard().time().instant());
        } catch (RuntimeException e) {
            // Nobody who has no line to the machines sees a page; the next look may.
            LOG.debug("the staff see no pages: {}", e.getMessage());
        }
    }

    private @Nullable String code() {
        Case open = guard.guard().state().open();
        Screen shown = open == null ? null : open.screen();
        return shown == null || shown.kind() != Screen.Kind.HELD ? null : shown.code();
    }
}
