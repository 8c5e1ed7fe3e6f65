package dev.kioskguard.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoicesTest {

    private static final int BYTES_A_SECOND = 16_000;

    @TempDir
    private Path temp;

    private Path recorded;
    private Path rendered;
    private Voices voices;

    @BeforeEach
    void makesTheFolders() throws IOException {
        recorded = Files.createDirectory(temp.resolve("recorded"));
        rendered = Files.createDirectory(temp.resolve("rendered"));
        voices = new Voices(recorded, rendered);
    }

    @Test
    void aRecordingGoesBeforeTheRenderedClip() throws IOException {
        Files.write(rendered.resolve("hang-up.wav"), wav(BYTES_A_SECOND * 2));
        assertThat(voices.clip("hang-up")).contains(rendered.resolve("hang-up.wav"));
        assertThat(voices.length("hang-up")).isEqualTo(Duration.ofSeconds(2));

        Files.write(recorded.resolve("hang-up.wav"), wav(BYTES_A_SECOND * 3 / 2));
        assertThat(voices.clip("hang-up")).contains(recorded.resolve("hang-up.wav"));
        assertThat(voices.length("hang-up")).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aBrokenRecordingFallsBackToTheRenderedClip() throws IOException {
        byte[] whole = wav(BYTES_A_SECOND);
        Files.write(rendered.resolve("paused.wav"), whole);
        Files.write(recorded.resolve("paused.wav"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(voices.clip("paused")).contains(rendered.resolve("paused.wav"));
    }

    @Test
    void anEmptyTooLongOrForeignFileIsNoClip() throws IOException {
        int tooLong = Math.toIntExact(Voices.LENGTH_MAX.toSeconds() + 1) * BYTES_A_SECOND;
        byte[][] broken = {
            {}, wav(0), wav(tooLong), "RIFF but not really a wave".getBytes(StandardCharsets.US_ASCII), new byte[100]
        };
        for (byte[] bytes : broken) {
            Files.write(rendered.resolve("paused.wav"), bytes);
            assertThat(voices.clip("paused")).isEmpty();
            assertThat(voices.length("paused")).isZero();
        }
        Files.write(rendered.resolve("paused.wav"), wav(BYTES_A_SECOND));
        assertThat(voices.clip("paused")).as("control: a sound file is one").isPresent();
    }

    @Test
    void everyCutOfAWaveIsReadWithoutAnException() throws IOException {
        byte[] whole = wav(100);
        for (int length = 0; length < whole.length; length++) {
            Files.write(rendered.resolve("paused.wav"), Arrays.copyOf(whole, length));
            assertThat(voices.clip("paused")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../rendered/paused", "", "..", "paused/", "Paused", "paused\0"})
    void aNameThatIsNoneNeverLeavesTheFolder(String name) throws IOException {
        Files.write(rendered.resolve("paused.wav"), wav(BYTES_A_SECOND));

        assertThat(voices.clip(name)).isEmpty();
    }

    @Test
    void aDialectIsAFolderBelow() throws IOException {
        Files.createDirectory(rendered.resolve("yue"));
        Files.write(rendered.resolve("yue/paused.wav"), wav(BYTES_A_SECOND));

        assertThat(voices.in("yue").clip("paused")).contains(rendered.resolve("yue/paused.wav"));
        assertThat(voices.clip(Voices.named("yue", "paused"))).contains(rendered.resolve("yue/paused.wav"));
        assertThat(voices.clip("paused")).as("control: Mandarin has none").isEmpty();
        assertThat(voices.clip("nan:paused")).as("control: nor has another").isEmpty();
        assertThat(voices.clip("../yue:paused")).isEmpty();
        assertThatThrownBy(() -> voices.in("../yue")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void absentFoldersHaveNoClips() {
        Path absent = temp.resolve("absent");

        assertThat(new Voices(absent, absent).length("paused")).isZero();
    }

    /** A WAV with a chunk of odd length before its data, as recording tools write them. */
    private static byte[] wav(int dataBytes) {
        ByteBuffer wav = ByteBuffer.allocate(56 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(48 + dataBytes).put(ascii("WAVE"));
        wav.put(ascii("LIST")).putInt(3).put(new byte[4]);
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(BYTES_A_SECOND / 2)
                .putInt(BYTES_A_SECOND)
                .putShort((short) 2)
                .putShort((short) 16);
        wav.put(ascii("data")).putInt(dataBytes);
        return wav.array();
    }

    private static byte[] ascii(String tag) {
        return tag.getBytes(StandardCharsets.US_ASCII);
    }
}
