package dev.kioskguard.sim.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavLengthTest {

    private static final int BYTES_PER_SECOND = 32_000;

    @Test
    void theLengthIsThatOfTheData() {
        assertThat(WavLength.of(wav(BYTES_PER_SECOND * 3 / 2, BYTES_PER_SECOND * 3 / 2)))
                .isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aSizeThatWasNotKnownBeforehandIsTheRestOfTheClip() {
        assertThat(WavLength.of(wav(BYTES_PER_SECOND, -1))).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 12, 20, 40, 44})
    void aClipCutShortIsNone(int length) {
        byte[] cut = Arrays.copyOf(wav(100, 100), length);
        assertThatThrownBy(() -> WavLength.of(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    static byte[] wav(int dataBytes, int saidBytes) {
        ByteBuffer wav = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + dataBytes).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(BYTES_PER_SECOND);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(saidBytes);
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
