package dev.kioskguard.sim.measure.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.Words;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.sim.story.Workshops;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.web.screen.ScreenView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the prompt costs those who have nothing to hide, in the time of a voice of 170 characters a minute. */
class TimeTest {

    private static final Duration A_CHARACTER = Duration.ofMinutes(1).dividedBy(170);
    private static final Path CONTENT = Workshops.config().resolve("content");
    private static final Words WORDS = ContentPacks.read(CONTENT).words();
    private static final Map<String, String> SPOKEN = spoken();

    private static final TimeMeasure MEASURE =
            new TimeMeasure(Workshops.shipped(1).policy(), TimeTest::voice);

    private static Map<String, String> spoken() {
        try (var lines = Files.lines(CONTENT.resolve("voices.yaml"))) {
            return lines.filter(line -> line.matches("[a-z].*: .*"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new IllegalStateException("the shipped voices cannot be read", e);
        }
    }

    private static Duration voice(Screen screen) {
        String clip = WORDS.screen(screen.textId()).voice();
        String words = clip == null ? "" : SPOKEN.getOrDefault(clip, "");
        return A_CHARACTER.multipliedBy(
                words.replaceAll("[^\\u4e00-\\u9fff]", "").length());
    }

    @Test
    void anElderIsMeasuredAtThePaceOfTheirPage() throws IOException {
        try (var page = ScreenView.class.getResourceAsStream("speech.js")) {
            String speech = new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(speech).contains("elder: { usual: " + TimeMeasure.ELDER_RATE + ",");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsTimeIsToldStageByStageForTheHonestAndTheElder(Tier tier) throws IOException {
        Map<Stage, Duration> honest = MEASURE.spent(tier, false);
        Map<Stage, Duration> elder = MEASURE.spent(tier, true);

        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/time-" + tier.word() + ".txt"), TimeMeasure.table(honest));
        Files.writeString(Path.of("target/time-" + tier.word() + "-elder.txt"), TimeMeasure.table(elder));
        assertThat(honest).containsKeys(Stage.ASK_PURPOSE, Stage.WARNING, Stage.CONFIRM_AGAIN);
        assertThat(TimeMeasure.total(elder)).isGreaterThan(TimeMeasure.total(honest));
    }

    @Test
    void anHonestGreenTransferTakesLessThanTwoMinutes() {
        Map<Stage, Duration> spent = MEASURE.spent(Tier.GREEN, false);

        assertThat(TimeMeasure.total(spent)).as(TimeMeasure.table(spent)).isLessThan(TimeMeasure.GREEN_MAX);
        assertThat(TimeMeasure.total(spent))
                .as("control: voices take their time")
                .isGreaterThan(Duration.ofSeconds(30));
    }
}
