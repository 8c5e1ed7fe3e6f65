package dev.kioskguard.web.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.Voices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondVoiceTest {

    private static final AudioFormat FORMAT = new AudioFormat(8_000, 16, 1, true, false);
    private static final int FRAMES = 800;

    @TempDir
    private Path folder;

    private SecondVoice cantonese;

    @BeforeEach
    void speaks() throws IOException {
        cantonese = new SecondVoice("yue", new Voices(List.of(folder)));
        Files.createDirectory(folder.resolve("yue"));
    }

    private void says(String clip) throws IOException {
        var sound = new AudioInputStream(
                new ByteArrayInputStream(new byte[FRAMES * FORMAT.getFrameSize()]), FORMAT, FRAMES);
        AudioSystem.write(
                sound,
                AudioFileFormat.Type.WAVE,
                folder.resolve("yue").resolve(clip + ".wav").toFile());
    }

    @Test
    void whatItHasFollowsInTheSameOrder() throws IOException {
        says("confirm");
        says("say.number.2");

        assertThat(cantonese.after(List.of("confirm", "say.number.2", "say.number.2")))
                .containsExactly("yue:confirm", "yue:say.number.2", "yue:say.number.2");
    }

    // Half an amount would be another amount.
    @Test
    void whereOneClipIsMissingTheScreenItselfIsSaidAlone() throws IOException {
        says("confirm");
        says("say.number.2");

        assertThat(cantonese.after(List.of("confirm", "say.number.2", "say.number.wan")))
                .containsExactly("yue:confirm");
    }

    @Test
    void withoutTheClipOfTheScreenOrWithoutASecondVoiceNothingFollows() throws IOException {
        says("say.number.2");

        assertThat(cantonese.after(List.of("confirm", "say.number.2"))).isEmpty();
        assertThat(cantonese.after(List.of())).isEmpty();
        assertThat(new SecondVoice(null, new Voices(List.of(folder))).after(List.of("say.number.2")))
                .isEmpty();
        assertThat(cantonese.after(List.of("say.number.2"))).as("control").containsExactly("yue:say.number.2");
    }
}
