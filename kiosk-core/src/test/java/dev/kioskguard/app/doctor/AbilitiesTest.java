package dev.kioskguard.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Device;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbilitiesTest {

    private static final Fact REGISTERED = new Fact(Kind.EVENT, "registered", "service, user");

    @Test
    void eventsThatItHasPass() {
        assertThat(Abilities.events(device(REGISTERED))).contains(Outcome.pass("declared: registered service, user"));
        assertThat(Abilities.events(device())).isEmpty();
    }

    @Test
    void eventsThatItWasAskedForAndRefusedAreForSomebodyToLookAt() {
        assertThat(Abilities.events(device(REGISTERED, new Fact(Kind.SILENCE, "ports", "refused"))))
                .contains(Outcome.warn("does not tell ports refused"));
    }

    private static Device device(Fact... facts) {
        return new Told(List.of(facts));
    }

    /** A device that tells this of itself. */
    private static final class Told extends PlayedDevice implements Inspected {

        private final List<Fact> facts;

        Told(List<Fact> facts) {
            this.facts = facts;
        }

        @Override
        public List<Fact> inspect() {
            return facts;
        }
    }
}
