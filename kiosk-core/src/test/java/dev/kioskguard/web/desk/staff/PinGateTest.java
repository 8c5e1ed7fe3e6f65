package dev.kioskguard.web.desk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.paging.Role;
import dev.kioskguard.web.http.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PinGateTest {

    private static final int FEW_ITERATIONS = 10;
    private static final int ATTEMPTS = 10_000;

    @Test
    void tenThousandAttemptsOpenNothingLockNobodyElseOutAndAreToldOncePerName() {
        Instant now = Instant.parse("2026-01-01T04:00:00Z");
        var gate = new PinGate(() -> now, PinHash.of("999999", FEW_ITERATIONS, new Random(1)));
        List<String> told = new ArrayList<>();
        gate.onLocked(told::add);
        Staff ann = staff("ann");
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            // Every other one is for a name that nobody has.
            answers.merge(
                    status(gate, i % 2 == 0 ? Optional.of(ann) : Optional.empty(), "%06d".formatted(i)),
                    1,
                    Integer::sum);
        }
        assertThat(answers).containsExactly(Map.entry(401, 10), Map.entry(429, ATTEMPTS - 10));
        assertThat(told).containsExactlyInAnyOrder("ann", "");
        assertThat(gate.pass(Optional.of(staff("ben")), "314159", Optional.empty())
                        .id())
                .isEqualTo("ben");
    }

    @Test
    void whoeverTriesElsewhereUsesUpNoTryOfAPhoneThatIsKnown() {
        Instant now = Instant.parse("2026-01-01T04:00:00Z");
        var gate = new PinGate(() -> now, PinHash.of("999999", FEW_ITERATIONS, new Random(1)));
        Optional<Staff> ann = Optional.of(staff("ann"));
        for (int i = 0; i < 6; i++) {
            assertThat(status(gate, ann, "271828")).isEqualTo(i < 5 ? 401 : 429);
        }
        Optional<String> hers = Optional.of("phone-1");
        assertThat(gate.pass(ann, "314159", hers).id()).isEqualTo("ann");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> gate.pass(ann, "271828", hers)).hasMessageContaining("nobody of this name");
        }
        assertThatThrownBy(() -> gate.pass(ann, "314159", hers))
                .as("a phone that is known tries no more than any other")
                .hasMessageContaining("too many");
        assertThat(gate.pass(ann, "314159", Optional.of("phone-2")).id()).isEqualTo("ann");
    }

    private static int status(PinGate gate, Optional<Staff> staff, String pin) {
        try {
            gate.pass(staff, pin, Optional.empty());
            return 200;
        } catch (ProblemException refused) {
            return refused.problem().status();
        }
    }

    private static Staff staff(String id) {
        return new Staff(id, "某人", Role.OFFICER, PinHash.of("314159", FEW_ITERATIONS, new Random(2)));
    }
}
