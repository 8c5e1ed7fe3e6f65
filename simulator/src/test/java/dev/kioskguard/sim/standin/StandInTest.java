package dev.kioskguard.sim.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.sim.http.ScriptedGuard;
import dev.kioskguard.sim.http.ScriptedGuard.Answer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandInTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int SECOND_BYTES = 32_000;

    private final List<Ringing> set = new CopyOnWriteArrayList<>();
    private final Alarms alarms = (delay, ring) -> {
        Ringing alarm = new Ringing(delay, ring);
        set.add(alarm);
        return () -> set.remove(alarm);
    };
    private final List<String> looked = new CopyOnWriteArrayList<>();
    private ScriptedGuard guard;
    private StandIn standIn;

    @BeforeEach
    void open() throws IOException {
        guard = new ScriptedGuard()
                .when("POST /screen/proofs", 204, "")
                .when("POST /screen/answers", 425, "{\"detail\":\"too early\"}")
                .when(
                        "GET /screen/voice/clip-1",
                        heard -> new Answer(
                                200, ByteBuffer.wrap(WavLengthTest.wav(2 * SECOND_BYTES, 2 * SECOND_BYTES))));
        standIn = new StandIn(guard.connection(), alarms, (screen, hand) -> looked.add(screen.kind()));
        standIn.connect();
        await().atMost(SOON).until(() -> guard.isListenedTo("/screen/events"));
    }

    @AfterEach
    void close() {
        standIn.close();
        guard.close();
    }

    @Test
    void aWarningIsProvenInOrderAndItsVoiceWhenTheClipHasEnded() {
        show("W1", "warning");
        awaitLooks(1);
        assertThat(channels()).containsExactly("text true", "sign true", "popup true");
        assertThat(set).extracting(Ringing::delay).containsExactly(Duration.ofSeconds(2));
        set.get(0).ring().run();
        assertThat(channels()).endsWith("voice true");
        assertThat(guard.heard("POST /screen/proofs"))
                .allSatisfy(proof -> assertThat(proof.authorization()).isEqualTo("Bearer token"));
    }

    @Test
    void aConfirmationIsProvenByPayeeAmountAndTiming() {
        show("C1", "confirm");
        awaitLooks(1);
        assertThat(channels()).containsExactly("text true", "payee true", "amount true", "timing true");
    }

    @Test
    void aScreenThatIsLeftBreaksItsVoiceOff() {
        show("W1", "warning");
        awaitLooks(1);
        Ringing first = set.get(0);
        show("I1", "idle");
        awaitLooks(2);
        assertThat(set).doesNotContain(first);
        first.ring().run();
        assertThat(channels()).doesNotContain("voice true");
        assertThat(standIn.shown()).map(ScreenView::kind).contains("idle");
    }

    @Test
    void theSameScreenIsProvenOnceAndSpokenAgainOnRequest() {
        show("W1", "warning");
        show("W1", "warning");
        guard.send("/screen/events", "screen", screen("W1", "warning", "slower"));
        awaitLooks(3);
        assertThat(channels()).containsExactly("text true", "sign true", "popup true");
        assertThat(set).extracting(Ringing::delay).containsExactly(Duration.ofMillis(2500));
    }

    @Test
    void aMutedSpeakerIsProvenNotToHaveBeenHeard() {
        standIn.suffer("speaker", "mute");
        show("W1", "warning");
        awaitLooks(1);
        set.get(0).ring().run();
        assertThat(channels()).endsWith("voice false");
    }

    @Test
    void aDeadSpeakerSaysSoAtOnceAndAMendedOneSpeaks() {
        standIn.suffer("speaker", "dead");
        show("W1", "warning");
        awaitLooks(1);
        assertThat(channels()).endsWith("voice false");
        standIn.suffer("speaker", "none");
        show("W2", "warning");
        awaitLooks(2);
        set.get(0).ring().run();
        assertThat(channels()).endsWith("voice true");
    }

    @Test
    void aClipThatIsNotThereIsNoVoice() {
        guard.when("GET /screen/voice/clip-1", 404, "{}");
        show("W1", "warning");
        awaitLooks(1);
        assertThat(channels()).endsWith("voice false");
    }

    @Test
    void aDeadScreenIsGoneAndComesBackMended() throws IOException {
        standIn.suffer("screen", "dead");
        assertThat(standIn.shown()).isEmpty();
        guard.breakOff("/screen/events");
        standIn.suffer("screen", "none");
        await().atMost(SOON).until(() -> guard.isListenedTo("/screen/events"));
        show("W1", "warning");
        awaitLooks(1);
        assertThat(channels()).contains("popup true");
    }

    @Test
    void aProofThatGotLostIsSentAgainWithTheSameScreen() {
        guard.when("POST /screen/proofs", heard -> new Answer(503, "{}"));
        show("C1", "confirm");
        awaitLooks(1);
        guard.when("POST /screen/proofs", 204, "");
        show("C1", "confirm");
        awaitLooks(2);
        assertThat(channels()).hasSize(8);
    }

    @Test
    void aHandSaysHowItsAnswerWasTaken() {
        show("W1", "warning");
        awaitLooks(1);
        ScreenView screen = standIn.shown().orElseThrow();
        assertThat(new Hand(guard.connection()).choose(screen, "understood")).isEqualTo(425);
        guard.when("POST /screen/answers", 204, "");
        assertThat(new Hand(guard.connection()).type(screen, "100")).isEqualTo(200);
    }

    private void show(String screenId, String kind) {
        guard.send("/screen/events", "screen", screen(screenId, kind, "play"));
    }

    private static String screen(String screenId, String kind, String voice) {
        return "{\"screenId\":\"%s\",\"kind\":\"%s\",\"voice\":{\"clip\":\"clip-1\",\"state\":\"%s\"}}"
                .formatted(screenId, kind, voice);
    }

    private void awaitLooks(int count) {
        await().atMost(SOON).until(() -> looked.size() >= count);
    }

    private List<String> channels() {
        return guard.heard("POST /screen/proofs").stream()
                .map(heard -> heard.body().replaceAll(".*\"channel\":\"([a-z]+)\".*", "$1")
                        + heard.body().replaceAll(".*\"ok\":(true|false).*", " $1"))
                .toList();
    }

    private record Ringing(Duration delay, Runnable ring) {}
}
