package dev.kioskguard.sim.staff.persona;

import static dev.kioskguard.sim.staff.persona.StaffPersona.ABSENT;
import static dev.kioskguard.sim.staff.persona.StaffPersona.PROMPT;
import static dev.kioskguard.sim.staff.persona.StaffPersona.SLOW;
import static dev.kioskguard.sim.staff.persona.StaffPersona.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who comes when, and does what in which order. */
class ShiftTest {

    private static final Instant NOON = Instant.parse("2026-11-02T04:00:00Z");
    private static final String LOBBY = "lobby-manager";
    private static final String HEAD = "head-of-branch";

    private final List<String> done = new ArrayList<>();
    private boolean held = true;

    @Test
    void whoIsCalledComesOnceHoweverOftenThePageIsSeen() {
        var shift = new Shift(Map.of(LOBBY, PROMPT));
        for (int i = 0; i < 3; i++) {
            shift.shown("p-1", List.of(LOBBY, HEAD), "green", false, NOON);
        }
        go(shift, Duration.ofSeconds(4));
        assertThat(done).as("not yet").isEmpty();
        go(shift, Duration.ofSeconds(5));
        go(shift, Duration.ofMinutes(1));
        go(shift, Duration.ofHours(1));
        assertThat(done).containsExactly("lobby-manager acknowledge", "lobby-manager release");
        assertThat(shift.next()).isEmpty();
    }

    @Test
    void whoeverComesAfterTheHalfMinuteIsSlowAndWhoeverNeverComesAbsent() {
        var shift = new Shift(Map.of(LOBBY, ABSENT, HEAD, SLOW));
        shift.shown("p-1", List.of(LOBBY), "green", true, NOON);
        assertThat(shift.next()).isEmpty();
        shift.shown("p-1", List.of(LOBBY, HEAD), "green", true, NOON.plusSeconds(30));
        assertThat(shift.next()).isEqualTo(Optional.of(NOON.plusSeconds(75)));
        go(shift, Duration.ofMinutes(10));
        assertThat(done).containsExactly("head-of-branch acknowledge", "head-of-branch cancel");
    }

    @Test
    void whatIsRightForOneIsWrongForTheOther() {
        for (boolean deceived : new boolean[] {true, false}) {
            var shift = new Shift(Map.of(LOBBY, PROMPT, HEAD, WRONG));
            shift.shown("p-1", List.of(LOBBY, HEAD), "green", deceived, NOON);
            go(shift, Duration.ofHours(1));
            String right = deceived ? "cancel" : "release";
            String wrong = deceived ? "release" : "cancel";
            assertThat(done)
                    .containsExactly(
                            "lobby-manager acknowledge",
                            "lobby-manager " + right,
                            "head-of-branch acknowledge",
                            "head-of-branch " + wrong);
            done.clear();
        }
    }

    @Test
    void nobodyReleasesBeforeTheScreenIsHeldNorAsksForMoreBeforeThat() {
        var shift = new Shift(Map.of(LOBBY, PROMPT));
        shift.shown("p-1", List.of(LOBBY), "red", false, NOON);
        held = false;
        go(shift, Duration.ofMinutes(2));
        go(shift, Duration.ofMinutes(3));
        assertThat(done).containsExactly("lobby-manager acknowledge");
        held = true;
        go(shift, Duration.ofMinutes(4));
        assertThat(done)
                .containsExactly("lobby-manager acknowledge", "lobby-manager release", "lobby-manager escalate");
    }

    private void go(Shift shift, Duration since) {
        shift.act(NOON.plus(since), deed -> {
            if (deed.wantsCode() && !held) {
                return false;
            }
            return done.add(deed.by() + " " + deed.action());
        });
    }
}
