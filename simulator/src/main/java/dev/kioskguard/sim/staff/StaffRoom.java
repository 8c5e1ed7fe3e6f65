package dev.kioskguard.sim.staff;

import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.staff.persona.Shift;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The characters on duty at a desk, who work it as people do. Not thread-safe. */
public final class StaffRoom {

    private static final String RESOLVED = "resolved";

    private final Supplier<@Nullable String> code;
    private Shift shift = new Shift(Map.of());
    private Predicate<JsonNode> deceived = page -> false;
    private int deeds;

    /** A room without anybody; {@code code} is the one on a held screen, null where there is none. */
    public StaffRoom(Supplier<@Nullable String> code) {
        this.code = code;
    }

    /** Puts these people on duty instead; {@code isDeceived} tells of a page whether its customer is talked into it. */
    public void onDuty(Shift now, Predicate<JsonNode> isDeceived) {
        shift = now;
        deceived = isDeceived;
    }

    /**
     * Has whoever is on duty look at the desk and do what they mean to.
     *
     * @throws RuntimeException when the desk gives no pages
     */
    public void turn(StaffDesk desk, Instant now) {
        List<JsonNode> pages = desk.pages().stream()
                .filter(page -> !page.path("state").asString("").equals(RESOLVED))
                .toList();
        for (JsonNode page : pages) {
            List<String> roles = StaffDesk.called(page);
            String tier = page.path("tier").asString();
            shift.shown(page.path("id").asString(), roles, tier, deceived.test(page), now);
        }
        shift.act(now, deed -> isDone(deed, desk, pages));
    }

    private boolean isDone(Shift.Deed deed, StaffDesk desk, List<JsonNode> pages) {
        Optional<JsonNode> page = pages.stream()
                .filter(each -> each.path("id").asString().equals(deed.page()))
                .findFirst();
        String shown = deed.wantsCode() ? code.get() : null;
        if (page.isPresent() && deed.wantsCode() && shown == null) {
            return false;
        }
        page.ifPresent(open -> carryOut(deed, desk, open, shown));
        return true;
    }

    private void carryOut(Shift.Deed deed, StaffDesk desk, JsonNode page, @Nullable String shown) {
        try {
            desk.carryOut(deed, page, "shift-" + ++deeds, shown);
        } catch (GuardRefusedException late) {
            // What is refused has come too late: the transfer has gone on or ended meanwhile.
        }
    }
}
