package dev.kioskguard.sim.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.terminal.BesideTerminal;
import dev.kioskguard.app.terminal.Eyes;
import dev.kioskguard.content.Text;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.guard.event.GuardEvent.SignalChanged;
import dev.kioskguard.sim.story.Workshops;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.SignalSource;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules that a camera at a machine must meet, one clause a test. */
class CameraClausesTest {

    @RegisterExtension
    static final ClausePage PAGE = new ClausePage();

    private final PlayedEyes source = new PlayedEyes();
    private final Eyes eyes = new Eyes(source);
    private final BesideTerminal terminal = new BesideTerminal(eyes);

    @Test
    @Clause(value = "V12 PIPL art. 26: the notice of the camera", screen = "ask-purpose")
    void v12TheNoticeSaysWhatTheCameraLooksForAndWhatItDoesNot() {
        var notice =
                ContentPacks.read(Workshops.config().resolve("content")).words().screen("notice.camera");
        String zh = notice.title().zh()
                + String.join("", notice.body().stream().map(Text::zh).toList());

        assertThat(zh).contains("摄像头", "通话", "不认脸", "不保存", "密码");
    }

    @Test
    @Clause(value = "V13 人脸识别办法: what is seen is kept and sent as names and numbers", screen = "-")
    void v13NoPictureFitsIntoWhatIsToldOfAFrame() {
        List<Class<?>> told = Stream.of(
                        Sighting.class,
                        Sighting.Scores.class,
                        Sighting.Lens.class,
                        Sighting.Term.class,
                        SignalChange.class,
                        SignalChanged.class,
                        SignalChanged.Weight.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .<Class<?>>map(RecordComponent::getType)
                .toList();

        assertThat(told).isNotEmpty().noneMatch(Class::isArray).allMatch(CameraClausesTest::isNameOrNumber);
    }

    private static boolean isNameOrNumber(Class<?> type) {
        return type.isPrimitive()
                || type.isRecord()
                || type.isEnum()
                || List.of(String.class, Double.class, Boolean.class, Instant.class, Duration.class, List.class)
                        .contains(type);
    }

    @Test
    @Clause(value = "V15 bank camera rule: 不应看到客户密码", screen = "-")
    void v15APinIsKeyedOnlyAfterTheCameraHasSaidThatItHasStopped() {
        eyes.want(true);
        CompletableFuture<Void> stopped = terminal.stopCamera().toCompletableFuture();

        assertThat(stopped).isNotDone();
        eyes.want(true);
        assertThat(source.wishes).as("a wish waits").containsExactly(true, false);
        source.stopped.complete(null);
        assertThat(stopped).isCompleted();
        terminal.resumeCamera();
        assertThat(source.wishes).containsExactly(true, false, true);
    }

    private static final class PlayedEyes implements SignalSource {
        final List<Boolean> wishes = new ArrayList<>();
        final CompletableFuture<Void> stopped = new CompletableFuture<>();

        @Override
        public void onSignal(Listener listener) {}

        @Override
        public CompletionStage<Void> watch(boolean on) {
            wishes.add(on);
            return on ? CompletableFuture.completedFuture(null) : stopped;
        }

        @Override
        public void close() {}
    }
}
