package dev.kioskguard.adapter.xfs.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Struct;
import dev.kioskguard.adapter.xfs.header.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what a provider hands over, honest or not. */
class StructViewTest {

    private static final ForeignMemory MEMORY = ForeignMemory.here();
    private static final Struct STATUS = of(Version.V3_30, "WFSIDCSTATUS");

    private static Struct of(Version version, String name) {
        return Header.of(MEMORY.abi(), version).struct(name);
    }

    private static Memory zeros(int bytes) {
        Memory memory = new Memory(bytes);
        memory.clear();
        return memory;
    }

    private static StructView view(Struct struct, Memory at) {
        return StructView.at(MEMORY, struct, Pointer.nativeValue(at), struct.name());
    }

    private static void fails(String message, ThrowingCallable call) {
        assertThatExceptionOfType(NativeFieldException.class).isThrownBy(call).withMessage(message);
    }

    @Test
    void numbersLieWhereTheHeaderSays() {
        Memory status = zeros(STATUS.size());
        status.setShort(2, (short) 7);
        status.setShort(STATUS.field("wAntiFraudModule").offset(), (short) 0xFFFE);
        status.setInt(STATUS.field("dwGuidLights").offset() + 4 * 31, 0x80);

        assertThat(view(STATUS, status).number("fwMedia")).isEqualTo(7);
        assertThat(view(STATUS, status).number("wAntiFraudModule"))
                .as("unsigned")
                .isEqualTo(0xFFFE);
        assertThat(view(STATUS, status).numbers("dwGuidLights")).hasSize(32).endsWith(0x80);
    }

    @Test
    void ofAnOlderVersionOnlyWhatItHasIsRead() {
        Struct old = of(Version.V3_00, "WFSIDCSTATUS");
        StructView view = view(old, zeros(old.size()));

        assertThat(view.has("lpszExtra")).isTrue();
        assertThat(view.has("dwGuidLights")).isFalse();
    }

    @Test
    void textsAndListsEndWhereTheyEnd() {
        Memory list = new Memory(64);
        list.write(0, "a=1\0b=2\0\0rubbish".getBytes(StandardCharsets.US_ASCII), 0, 16);
        Memory status = zeros(STATUS.size());
        status.setPointer(STATUS.field("lpszExtra").offset(), list);

        assertThat(view(STATUS, status).text("lpszExtra")).isEqualTo("a=1");
        assertThat(view(STATUS, status).lines("lpszExtra")).containsExactly("a=1", "b=2");
        assertThat(view(STATUS, zeros(STATUS.size())).lines("lpszExtra"))
                .as("none")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8, 4095, 0x0000_5000_0000_0000L, 0x7FFF_FFFF_FFFF_FFF0L, -1, Long.MIN_VALUE})
    void aWildPointerIsAnErrorThatNamesTheField(long wild) {
        Memory status = zeros(STATUS.size());
        status.setLong(STATUS.field("lpszExtra").offset(), wild);
        StructView view = view(STATUS, status);

        fails("WFSIDCSTATUS.lpszExtra: points to memory that cannot be read", () -> view.lines("lpszExtra"));
    }

    @Test
    void aTextWithoutAnEndIsAnErrorThatNamesTheField() {
        Memory endless = new Memory(256 * 1024);
        endless.setMemory(0, endless.size(), (byte) 'x');
        Memory status = zeros(STATUS.size());
        status.setPointer(STATUS.field("lpszExtra").offset(), endless);

        fails(
                "WFSIDCSTATUS.lpszExtra: does not end within 65536 bytes",
                () -> view(STATUS, status).lines("lpszExtra"));
    }

    @Test
    void aResultWithoutABufferIsAnError() {
        fails("WFSIDCSTATUS: is null", () -> StructView.at(MEMORY, STATUS, 0, "WFSIDCSTATUS"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 4097})
    void aCountThatLiesIsAnErrorThatNamesTheField(int count) {
        Struct card = of(Version.V3_00, "WFSIDCCARDDATA");
        Memory data = zeros(card.size());
        data.setPointer(card.field("lpbData").offset(), zeros(16));
        StructView view = view(card, data);

        assertThatExceptionOfType(NativeFieldException.class)
                .isThrownBy(() -> view.bytes("lpbData", count, 4096))
                .withMessageStartingWith("WFSIDCCARDDATA.lpbData: ");
    }

    @Test
    void bytesWithoutAPointerAreAnErrorThatNamesTheField() {
        Struct card = of(Version.V3_00, "WFSIDCCARDDATA");
        StructView view = view(card, zeros(card.size()));

        assertThat(view.bytes("lpbData", 0, 10)).isEmpty();
        fails("WFSIDCCARDDATA.lpbData: is null", () -> view.bytes("lpbData", 3, 10));
    }

    @Test
    void aNumberOutsideOfTheStandardIsAnErrorThatNamesTheField() {
        Memory status = zeros(STATUS.size());
        status.setShort(2, (short) 119);
        StructView view = view(STATUS, status);

        fails("WFSIDCSTATUS.fwMedia: 119 is no value of the standard", () -> view.oneOf("fwMedia", 7));
        assertThat(view.oneOf("fwDevice", 8)).isZero();
    }

    @Test
    void anArrayOfPointersEndsWithNull() {
        Struct card = of(Version.V3_00, "WFSIDCCARDDATA");
        Memory first = zeros(card.size());
        first.setShort(0, (short) 2);
        Memory array = zeros(3 * Native.POINTER_SIZE);
        array.setPointer(0, first);

        assertThat(cards(array))
                .singleElement()
                .satisfies(view -> assertThat(view.number("wDataSource")).isEqualTo(2));

        array.setPointer(Native.POINTER_SIZE, Pointer.createConstant(64L));
        fails("WFSIDCCARDDATA[1]: points to memory that cannot be read", () -> cards(array));
    }

    @Test
    void anArrayWithoutAnEndIsAnError() {
        Struct card = of(Version.V3_00, "WFSIDCCARDDATA");
        Memory same = zeros(card.size());
        Memory endless = new Memory(2048L * Native.POINTER_SIZE);
        for (int i = 0; i < 2048; i++) {
            endless.setPointer((long) i * Native.POINTER_SIZE, same);
        }

        fails("WFSIDCCARDDATA: does not end within 1024 elements", () -> cards(endless));
    }

    private static List<StructView> cards(Memory array) {
        return StructView.views(
                MEMORY, of(Version.V3_00, "WFSIDCCARDDATA"), Pointer.nativeValue(array), "WFSIDCCARDDATA");
    }

    @Test
    void whatIsWrittenCanBeRead() {
        NativeStruct take = new NativeStruct(MEMORY, of(Version.V3_30, "WFSCAMTAKEPICTEX"))
                .set("wCamera", 2)
                .text("lpszPictureFile", "picture");

        assertThat(take.view().number("wCamera")).isEqualTo(2);
        assertThat(take.view().text("lpszPictureFile")).isEqualTo("picture");
        assertThat(take.view().address("lpszCamData")).isZero();
    }
}
