package dev.kioskguard.sim.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bad provider makes of its results; whoever reads them has to live with it, so none is read too far here. */
class NativeHostileTest extends OnTheNativeSide {

    private static final int STATUS = 201;
    private static final int STATUS_BYTES = Native.POINTER_SIZE == 4 ? 164 : 172;
    private static final int EXTRA = 12;

    private void spoilt(String words, Consumer<Pointer> look) {
        short reader = open("IDCARD1");
        terminal.hostile("IDCARD1", words);
        PointerByReference result = new PointerByReference();
        assertThat(xfs.WFSGetInfo(reader, STATUS, null, 0, result)).isZero();
        look.accept(result.getValue().getPointer(30));
        assertThat(xfs.WFSFreeResult(result.getValue())).isZero();
    }

    @Test
    void aBufferIsMissing() {
        spoilt("null", buffer -> assertThat(buffer).isNull());
    }

    @Test
    void aPointerLeadsNowhere() {
        spoilt("wild", buffer -> assertThat(Pointer.nativeValue(buffer)).isGreaterThan(4096));
        spoilt("wild-inside info 201", buffer -> {
            assertThat(buffer.getShort(2)).isEqualTo((short) 2);
            assertThat(buffer.getPointer(EXTRA)).isNotNull();
        });
    }

    @Test
    void aPointerWithinIsMissing() {
        spoilt("null-inside", buffer -> assertThat(buffer.getPointer(EXTRA)).isNull());
    }

    @Test
    void aTextHasNoEnd() {
        spoilt(
                "unterminated",
                buffer ->
                        assertThat(buffer.getPointer(EXTRA).getByteArray(0, 64)).containsOnly('A'));
    }

    @Test
    void aNumberMeansNothing() {
        spoilt("unknown-enums", buffer -> assertThat(buffer.getShort(2)).isEqualTo((short) 0x7abc));
        spoilt(
                "reserved-bits",
                buffer -> assertThat(buffer.getShort(2) & 0xffff).isEqualTo(0xc002));
    }

    @Test
    void onlyTheResultThatIsMeantIsSpoilt() {
        spoilt("null info 202", buffer -> assertThat(buffer.getShort(2)).isEqualTo((short) 2));
        spoilt("null command 201", buffer -> assertThat(buffer).isNotNull());
    }

    @Test
    void bytesAreWrittenWhereTheyAreWanted() {
        spoilt("patch info 201 2 0700", buffer -> assertThat(buffer.getShort(2)).isEqualTo((short) 7));
        spoilt(
                "patch info 201 12.0 58",
                buffer -> assertThat(buffer.getPointer(EXTRA).getString(0)).isEqualTo("Ximulated=yes"));
        spoilt(
                "patch info 201 4000 58",
                buffer -> assertThat(buffer.getShort(2)).isEqualTo((short) 2));
    }

    @Test
    void aListHasNoEndAndItsCountsLie() {
        short reader = open("IDCARD1");
        terminal.insert("IDCARD1", "6222=3012");
        terminal.hostile("IDCARD1", "no-end command 207");
        issued(reader, 207, word(2), 0);
        Window.Message endless = came(EXECUTE_COMPLETE);
        assertThat(IntStream.range(0, 8).mapToObj(i -> endless.buffer().getPointer((long) i * Native.POINTER_SIZE)))
                .hasSize(8)
                .doesNotContainNull();
        free(endless);

        terminal.hostile("IDCARD1", "lying-counts command 207");
        issued(reader, 207, word(2), 0);
        Window.Message lying = came(EXECUTE_COMPLETE);
        assertThat(lying.buffer().getPointer(0).getInt(4)).isEqualTo(-1);
        free(lying);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kind", "patch info 201", "patch info 201 0"})
    void nonsenseIsRefused(String words) {
        assertThatThrownBy(() -> terminal.hostile("IDCARD1", words)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStructIsCutShort() {
        spoilt(
                "short",
                buffer ->
                        assertThat(buffer.getByteArray(0, STATUS_BYTES / 2)[2]).isEqualTo((byte) 2));
    }
}
