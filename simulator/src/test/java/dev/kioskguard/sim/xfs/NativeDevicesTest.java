package dev.kioskguard.sim.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.sim.pad.DemoKeys;
import dev.kioskguard.sim.pad.PinCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each class of devices does. */
class NativeDevicesTest extends OnTheNativeSide {

    private static final String CARD = "6222020000000000018";
    private static final int KEYS = 0x7fff;
    private static final int ENTER_AND_CANCEL = 0xc00;

    @Test
    void aCardIsReadAndItsChipAnswers() {
        short reader = open("IDCARD1");
        issued(reader, 207, word(2 | 4 | 8), 0);
        terminal.insert("IDCARD1", CARD + "=3012");

        Window.Message read = came(EXECUTE_COMPLETE);
        Pointer[] list = read.buffer().getPointerArray(0);
        assertThat(list).hasSize(3);
        assertThat(list[0].getShort(0)).isEqualTo((short) 2);
        byte[] track = list[0].getPointer(8).getByteArray(0, list[0].getInt(4));
        assertThat(new String(track, StandardCharsets.US_ASCII)).isEqualTo(CARD + "=3012");
        assertThat(list[1].getShort(2)).as("track 3 is missing").isEqualTo((short) 1);
        free(read);

        Memory command = new Memory(5);
        command.write(0, HexFormat.of().parseHex("00a4040000"), 0, 5);
        Memory io = new Memory(14);
        io.setShort(0, (short) 1);
        io.setInt(2, 5);
        io.setPointer(6, command);
        issued(reader, 209, io, 0);
        Window.Message answered = came(EXECUTE_COMPLETE);
        assertThat(answered.buffer()
                        .getPointer(6)
                        .getByteArray(0, answered.buffer().getInt(2)))
                .containsExactly(0x90, 0x00);
        free(answered);
    }

    @Test
    void aCardIsGivenBackOrKept() {
        short reader = watched("IDCARD1");
        assertThat(executed(reader, 203, null)).isEqualTo(-201);
        issued(reader, 207, word(2), 0);
        terminal.insert("IDCARD1", CARD + "=3012");
        terminal.awaitTakenIn("IDCARD1");

        assertThat(executed(reader, 203, null)).isZero();
        assertThat(terminal.place("IDCARD1")).isEqualTo(CardPlace.EXIT);
        assertThat(asked(reader, 201, 2)).isEqualTo(6);
        assertThat(executed(reader, 204, null)).isZero();

        assertThat(terminal.cardsInBin("IDCARD1")).isEqualTo(1);
        assertThat(asked(reader, 201, 8)).isEqualTo(1);
    }

    @Test
    void aCardThatJamsIsNamedAsSuch() {
        short reader = open("IDCARD1");
        terminal.insert("IDCARD1", CARD + "=3012");
        assertThat(executed(reader, 207, word(2))).isZero();
        terminal.jam("IDCARD1");

        assertThat(executed(reader, 203, null)).isEqualTo(-200);

        assertThat(asked(reader, 201, 2)).isEqualTo(3);
    }

    private static Memory getPin() {
        Memory rules = new Memory(25);
        rules.clear();
        rules.setShort(0, (short) 4);
        rules.setShort(2, (short) 6);
        rules.setInt(13, KEYS);
        rules.setInt(21, ENTER_AND_CANCEL);
        return rules;
    }

    private int pressed(Key... keys) {
        return terminal.pressPin("PINPAD1", keys);
    }

    @Test
    void ofAPinOnlyTheCountIsTold() {
        short pad = watched("PINPAD1");
        issued(pad, 405, getPin(), 0);
        assertThat(pressed(Key.ONE, Key.ENTER, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER))
                .as("enter is not taken before the fourth digit")
                .isEqualTo(5);

        free(came(EXECUTE_EVENT));
        for (int digit = 0; digit < 4; digit++) {
            Window.Message key = came(EXECUTE_EVENT);
            assertThat(key.code()).isEqualTo(401);
            assertThat(key.buffer().getInt(2)).as("which digit").isZero();
            free(key);
        }
        Window.Message enter = came(EXECUTE_EVENT);
        assertThat(enter.buffer().getInt(2)).isEqualTo(0x400);
        free(enter);
        Window.Message entered = came(EXECUTE_COMPLETE);
        assertThat(entered.buffer().getShort(0)).isEqualTo((short) 4);
        assertThat(entered.buffer().getShort(2)).isEqualTo((short) 1);
        free(entered);
    }

    private Window.Message blockMade(short pad, String key) {
        Memory customer = new Memory(16);
        customer.setString(0, PinCheck.accountOf(CARD));
        Memory name = new Memory(16);
        name.setString(0, key);
        Memory wanted = new Memory(35);
        wanted.clear();
        wanted.setPointer(0, customer);
        wanted.setByte(16, (byte) 0xF);
        wanted.setShort(17, (short) 4);
        wanted.setPointer(19, name);
        issued(pad, 407, wanted, 0);
        return came(EXECUTE_COMPLETE);
    }

    @Test
    void theBlockHoldsThePinForTheIssuerOnce() {
        short pad = open("PINPAD1");
        issued(pad, 405, getPin(), 0);
        pressed(Key.EIGHT, Key.SIX, Key.FOUR, Key.TWO, Key.ENTER);
        free(came(EXECUTE_COMPLETE));

        assertThat(free(blockMade(pad, "ABSENT"))).isEqualTo(-400);
        Window.Message made = blockMade(pad, DemoKeys.PIN_KEY_TDES);
        byte[] block = made.buffer().getPointer(2).getByteArray(0, made.buffer().getShort(0));
        free(made);

        PinCheck issuer = new PinCheck(new DemoKeys(NativeTerminal.SERIAL_NUMBER), Map.of(CARD, "8642"));
        String hex = HexFormat.of().formatHex(block);
        assertThat(issuer.isRight(new PinBlock(PinBlock.Format.ISO_0, hex), CARD))
                .isTrue();
        assertThat(free(blockMade(pad, DemoKeys.PIN_KEY_TDES))).as("no PIN").isEqualTo(-408);
    }

    @Test
    void plainKeysAreToldAsTheyAre() {
        short pad = open("PINPAD1");
        Memory rules = new Memory(22);
        rules.clear();
        rules.setInt(6, 0xff);
        rules.setInt(10, KEYS);
        rules.setInt(18, 0x400);
        issued(pad, 408, rules, 0);
        assertThat(terminal.pressPlain("PINPAD1", Key.NINE, Key.FDK02, Key.ENTER))
                .isEqualTo(3);

        Window.Message entered = came(EXECUTE_COMPLETE);
        Pointer[] keys = entered.buffer().getPointer(2).getPointerArray(0);
        assertThat(entered.buffer().getShort(0)).isEqualTo((short) 3);
        assertThat(keys).extracting(key -> key.getInt(2)).containsExactly(0x200, 2, 0x400);
        assertThat(keys).extracting(key -> (int) key.getShort(0)).containsExactly(6, 12, 1);
        free(entered);
    }

    @Test
    void aPictureIsPutIntoTheFileThatIsNamedFrom330On(@TempDir Path folder) throws Exception {
        byte[] scene = {1, 2, 3};
        terminal.scene("CAMERA1", scene);
        Path file = folder.resolve("picture");
        Memory path = new Memory(256);
        path.setString(0, file.toString());
        Memory wanted = new Memory(26);
        wanted.clear();
        wanted.setShort(0, (short) 1);
        wanted.setPointer(18, path);

        assertThat(executed(open("CAMERA1", UP_TO_320), 1003, wanted)).isEqualTo(-50);
        assertThat(executed(open("CAMERA1"), 1003, wanted)).isZero();

        assertThat(Files.readAllBytes(file)).isEqualTo(scene);
    }

    @Test
    void aSensorIsToldOnlyOnceItsEventsAreEnabled() {
        short siu = watched("SIU1");
        terminal.sense("SIU1", "PROXIMITY", true);
        Memory enable = new Memory(200);
        enable.clear();
        enable.setShort(2 * 5, (short) 1);
        assertThat(executed(siu, 801, enable)).isZero();

        terminal.sense("SIU1", "PROXIMITY", false);

        Window.Message port = came(SERVICE_EVENT);
        assertThat(port.buffer().getShortArray(0, 3)).containsExactly((short) 1, (short) 5, (short) 2);
        free(port);
        enable.setShort(2 * 20, (short) 1);
        assertThat(executed(siu, 801, enable)).as("no such port").isEqualTo(-801);
    }

    @Test
    void aGuidanceLightShowsWhatItIsTold() {
        short siu = open("SIU1");
        Memory quick = new Memory(4);
        quick.setShort(0, (short) 1);
        quick.setShort(2, (short) 16);

        assertThat(executed(siu, 806, quick)).isZero();

        assertThat(terminal.light("SIU1", 1)).isEqualTo(16);
        assertThat(asked(siu, 801, 162 + 2)).isEqualTo(16);
        terminal.mute("SIU1", true);
        assertThat(asked(siu, 801, 130)).isEqualTo(1);
    }
}
