package dev.kioskguard.sim.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.sim.doctor.Patient.Told;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.CardSlot;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The doctor works each device once, and somebody is there to do what is asked, or nobody is. */
class DoctorCycleTest {

    private final Patient patient = new Patient();

    @AfterEach
    void close() {
        patient.close();
    }

    private void somebodyIsThere() {
        CardSlot slot = patient.terminal().cardSlot();
        slot.onPlace(place -> {
            if (place == CardSlot.Place.AT_EXIT) {
                var unused = patient.terminal().pullCard();
            }
        });
        slot.offer(Card.of("honest").orElseThrow());
        patient.terminal()
                .whenKeypad(EncryptingPad.Mode.PLAIN)
                .thenAccept(taking -> patient.terminal().press(List.of(Key.ENTER)));
    }

    @Test
    void aCardGoesInAndOutAKeyComesALightShinesAndAPictureIsTaken() {
        somebodyIsThere();

        Told told = Patient.doctor("--cycle", "--device", patient.address());

        String at = patient.address() + " ";
        assertThat(told.line("cycle " + at + "card-reader")).startsWith("pass").contains("a card was read");
        assertThat(told.line("events " + at + "card-reader")).startsWith("pass").contains("inside, at exit, none");
        assertThat(told.line("cycle " + at + "pin-pad")).startsWith("pass").contains("a key was pressed");
        assertThat(told.line("cycle " + at + "camera")).startsWith("pass").contains("not kept");
        assertThat(told.line("cycle " + at + "lights"))
                .startsWith("warn")
                .contains("on: ")
                .contains("nobody said whether it was so");
        assertThat(told.err()).contains("put a test card in", "take the card", "press any key");
        assertThat(told.out())
                .doesNotContain(Card.of("honest").orElseThrow().track2().substring(0, 8));
        assertThat(told.code()).as(told.out()).isZero();
    }

    @Test
    void whereNobodyIsThereTheTimeRunsOut() {
        Told told = Patient.doctor(
                "--cycle", "--hand", "1", "--device", patient.address("CardReader"), patient.address("PinPad"));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.line("cycle " + patient.address("CardReader")))
                .startsWith("fail")
                .contains("no card came");
        assertThat(told.line("cycle " + patient.address("PinPad")))
                .startsWith("fail")
                .contains("no key came");
    }

    @Test
    void aCardThatIsInAlreadyIsNotTouched() {
        patient.terminal().cardSlot().restore(Card.of("honest").orElseThrow(), CardSlot.Place.INSIDE);

        Told told = Patient.doctor("--cycle", "--device", patient.address("CardReader"));

        assertThat(told.line("status")).startsWith("warn").contains("take it out");
        assertThat(told.line("cycle")).startsWith("fail").contains("a card in it already");
        assertThat(patient.terminal().cardSlot().place()).isEqualTo(CardSlot.Place.INSIDE);
    }

    @Test
    void aCameraThatTakesCommandsAndNeverAnswersEndsInTime() {
        patient.terminal().fault(TerminalDevice.CAMERA, Fault.MUTE, Optional.empty());

        Told told = Patient.doctor("--cycle", "--device", patient.address("Camera"));

        assertThat(told.line("cycle")).startsWith("fail").contains("timeout");
    }
}
