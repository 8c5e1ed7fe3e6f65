package dev.kioskguard.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.sim.http.ScriptedGuard;
import dev.kioskguard.web.http.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardScreenTest {

    private static final URI ORIGIN = URI.create("http://127.0.0.1:8470");

    @Test
    void everyFrameGetsATicketOfItsOwn() throws IOException {
        try (ScriptedGuard guard = new ScriptedGuard()) {
            guard.when("POST /screen/tickets", 201, "{\"ticket\":\"t\",\"path\":\"/screen?ticket=t\"}");
            GuardScreen screen = new GuardScreen(guard.connection(), ORIGIN, () -> Optional.of("idle"));
            assertThat(screen.ticketed()).isEqualTo(URI.create("http://127.0.0.1:8470/screen?ticket=t"));
            assertThat(screen.shown()).isEqualTo("idle");
            assertThat(guard.heard("POST /screen/tickets")).hasSize(1);
        }
    }

    @Test
    void aGuardThatGivesNoTicketIsARefusalAndNoFault() throws IOException {
        try (ScriptedGuard guard = new ScriptedGuard()) {
            GuardScreen screen = new GuardScreen(guard.connection(), ORIGIN, Optional::empty);
            assertThatThrownBy(screen::ticketed).isInstanceOf(ProblemException.class);
            assertThat(screen.shown()).isEqualTo("dark");
        }
    }
}
