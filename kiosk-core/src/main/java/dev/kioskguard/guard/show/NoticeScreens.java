package dev.kioskguard.guard.show;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.screen.Screen.Look;
import dev.kioskguard.guard.screen.Screen.Times;
import dev.kioskguard.guard.state.CardMemory.Pending;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The screens of notices, which belong to no transfer that is under way. */
public final class NoticeScreens {

    /** The notice that a transfer has not moved yet. */
    public static final String PENDING = "pending";

    private NoticeScreens() {}

    /** Returns the screen that tells of a transfer that can still be called back. */
    public static Screen pending(Pending transfer, Visit visit, Instant at, Limits limits) {
        return screen(
                transfer.transferId() + "-" + visit.sessionId(),
                PENDING,
                Map.of("until", transfer.until().toString()),
                List.of(Choice.of(Offers.CHEATED, Key.FDK03), Choice.of(Offers.DONE, Key.FDK07)),
                times(at, limits));
    }

    /** Returns the screen of any other notice of the content pack. */
    public static Screen of(String id, String subject, Instant at, Limits limits) {
        return screen(id, subject, Map.of(), List.of(Choice.of(Offers.DONE, Key.FDK07)), times(at, limits));
    }

    private static Times times(Instant at, Limits limits) {
        return new Times(at, at.plus(limits.dwell().question()), at.plus(limits.result()), false, 0);
    }

    private static Screen screen(
            String id, String subject, Map<String, String> arguments, List<Choice> choices, Times times) {
        return new Screen(
                id, Kind.NOTICE, null, "notice." + subject, arguments, choices, null, null, times, Look.ORDINARY);
    }
}
