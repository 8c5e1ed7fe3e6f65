package dev.kioskguard.sim.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who hears of what, and what becomes of it when a provider or the manager dies. */
class NativeEventsTest extends OnTheNativeSide {

    private static final int READ = 207;
    private static final int STORM = 30_000;

    @Test
    void executeEventsGoToTheCallerAndOnlyWhereItHasRegistered() {
        short deaf = open("IDCARD1");
        short beside = watched("IDCARD1");
        issued(deaf, READ, word(2), 0);
        terminal.insert("IDCARD1", "6222=3012");
        assertThat(free(came(EXECUTE_COMPLETE))).isZero();
        assertThat(executed(deaf, 203, null)).isZero();
        terminal.pull("IDCARD1");
        assertThat(free(came(SERVICE_EVENT))).isZero();

        issued(beside, READ, word(2), 0);
        terminal.insert("IDCARD1", "6222=3012");

        assertThat(came(EXECUTE_EVENT)).satisfies(event -> {
            assertThat(event.code()).isEqualTo(212);
            free(event);
        });
        assertThat(came(EXECUTE_EVENT)).satisfies(event -> {
            assertThat(event.code()).isEqualTo(203);
            free(event);
        });
        assertThat(free(came(EXECUTE_COMPLETE))).isZero();
    }

    @Test
    void eachRegisteredWindowGetsAServiceEventOfItsOwn() {
        short reader = watched("IDCARD1");
        try (Window second = new Window(xfs)) {
            xfs.WFSRegister(reader, 1, second.handle());
            issued(reader, READ, word(2), 0);
            terminal.insert("IDCARD1", "6222=3012");
            IntStream.range(0, 3).forEach(i -> free(window.next()));
            executed(reader, 203, null);
            terminal.pull("IDCARD1");

            Window.Message one = came(SERVICE_EVENT);
            Window.Message other = second.next();

            assertThat(one.code()).isEqualTo(204);
            assertThat(other.code()).isEqualTo(204);
            assertThat(other.result()).isNotEqualTo(one.result());
            free(one);
            free(other);
        }
    }

    @Test
    void registeringAgainAddsAndDeregisteringTakesAway() {
        short siu = open("SIU1");
        assertThat(xfs.WFSRegister(siu, 2, window.handle())).isZero();
        assertThat(xfs.WFSRegister(siu, 1, window.handle())).isZero();
        terminal.storm("SIU1", 1);
        free(came(SERVICE_EVENT));

        assertThat(xfs.WFSDeregister(siu, 1, window.handle())).isZero();
        terminal.storm("SIU1", 1);
        assertThat(xfs.WFSDeregister(siu, 0, null)).isZero();

        assertThat(window.messages).isEmpty();
        assertThat(xfs.WFSDeregister(siu, 0, null)).isEqualTo(-40);
        assertThat(xfs.WFSRegister(siu, 16, window.handle())).isEqualTo(-21);
        assertThat(xfs.WFSRegister(siu, 1, Pointer.createConstant(4))).isEqualTo(-25);
        assertThat(xfs.WFSRegister((short) 0, 1, window.handle())).isEqualTo(-21);
    }

    @Test
    void aStormLosesNothingAndKeepsItsOrder() {
        watched("IDCARD1");

        terminal.storm("IDCARD1", STORM);

        for (int i = 0; i < STORM; i++) {
            Window.Message event = came(SERVICE_EVENT);
            assertThat(event.buffer().getShort(2)).isEqualTo((short) i);
            free(event);
        }
    }

    @Test
    void aDeadProviderEndsWhatIsUnderWayAndTheManagerSaysSo() {
        short reader = open("IDCARD1");
        assertThat(xfs.WFSRegister((short) 0, 4, window.handle())).isZero();
        issued(reader, READ, word(2), 0);

        terminal.kill("IDCARD1");

        assertThat(free(came(EXECUTE_COMPLETE))).isEqualTo(-54);
        Window.Message died = came(SYSTEM_EVENT);
        assertThat(died.code()).isEqualTo(6);
        assertThat(died.buffer().getPointer(0).getString(0)).isEqualTo("IDCARD1");
        free(died);
        assertThat(xfs.WFSGetInfo(reader, 201, null, 0, new PointerByReference()))
                .isEqualTo(-54);
        assertThat(xfs.WFSClose(reader)).isZero();
        terminal.revive("IDCARD1");
        assertThat(xfs.WFSClose(open("IDCARD1"))).isZero();
    }

    @Test
    void aManagerThatIsStartedAnewKnowsOfNothing() {
        short reader = open("IDCARD1");
        issued(reader, READ, word(2), 0);

        terminal.restart();

        IntByReference request = new IntByReference();
        assertThat(xfs.WFSAsyncExecute(reader, READ, word(2), 0, window.handle(), request))
                .isEqualTo(-39);
        assertThat(xfs.WFSStartUp(ANY, new Memory(Xfs.VERSION_BYTES))).isZero();
        assertThat(xfs.WFSAsyncExecute(reader, READ, word(2), 0, window.handle(), request))
                .isEqualTo(-22);
        assertThat(terminal.requests().dropped()).isEqualTo(1);
    }

    @Test
    void aBrokenDeviceSaysSoInItsStatusItsEventsAndItsAnswers() {
        short reader = watched("IDCARD1");

        terminal.fault("IDCARD1", Fault.DEAD);

        Window.Message status = came(SYSTEM_EVENT);
        assertThat(status.code()).isEqualTo(4);
        assertThat(status.buffer().getInt(16)).isEqualTo(4);
        free(status);
        assertThat(asked(reader, 201, 0)).isEqualTo(4);
        assertThat(executed(reader, READ, word(2))).isEqualTo(-14);
        Window.Message error = came(SYSTEM_EVENT);
        assertThat(error.code()).isEqualTo(2);
        free(error);
    }

    @Test
    void aMuteDeviceAnswersNothingUntilItIsWellAgain() {
        short reader = open("IDCARD1");
        terminal.fault("IDCARD1", Fault.MUTE);

        int request = issued(reader, READ, word(2), 1);
        assertThat(xfs.WFSCancelAsyncRequest(reader, request)).isZero();
        assertThat(terminal.requests().open()).isEqualTo(1);
        terminal.fault("IDCARD1", Fault.NONE);

        assertThat(free(came(EXECUTE_COMPLETE))).isEqualTo(CANCELED);
    }
}
