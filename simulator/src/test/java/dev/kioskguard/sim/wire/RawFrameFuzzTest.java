package dev.kioskguard.sim.wire;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kioskguard.adapter.xfs4iot.service.WireClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Any bytes as a text frame: answered or closed, and the next client is served. */
class RawFrameFuzzTest {

    @RegisterExtension
    final OnTheWire wire = new OnTheWire(TerminalServices.CARD_READER);

    @FuzzTest
    void anyFrameIsAnsweredOrClosedAndTheNextClientIsServed(byte[] bytes) {
        try (WireClient hostile = wire.another(TerminalServices.PIN_PAD)) {
            hostile.sendText(new String(bytes, StandardCharsets.UTF_8));
            assertThat(hostile.closesOrAnswers()).isTrue();
        }
        assertThat(code(wire.client.call("Common.Status", "{}"))).isEqualTo("success");
    }
}
