package dev.kioskguard.sim.wire;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class KeysOnTheWireTest {

    @RegisterExtension
    final OnTheWire wire = new OnTheWire(TerminalServices.PIN_PAD);

    @Test
    void keysCanBeForgottenAndPutInAgainInClearAndWrapped() {
        assertThat(code(wire.client.call("KeyManagement.Initialization", "{}"))).isEqualTo("success");
        wire.client.event("KeyManagement.InitializedEvent");
        assertThat(keyDetails().isEmpty()).isTrue();
        JsonNode master = importKey("MASTER", "K0", "D", "\"value\":\"ASNFZ4mrze/+3LqYdlQyEA==\"");
        // The check value that the reference implementation's pad gives for the same key.
        assertThat(master.at("/payload/verificationData").asString()).isEqualTo("CNe0");
        JsonNode pinKey =
                importKey("WRAPPED", "P0", "E", "\"value\":\"ASNFZ4mrze8BI0VniavN7w==\",\"decryptKey\":\"MASTER\"");
        assertThat(code(pinKey)).isEqualTo("success");
        assertThat(keyDetails().at("/WRAPPED/keyBlockInfo/keyUsage").asString()).isEqualTo("P0");
        assertThat(code(wire.client.call("KeyManagement.DeleteKey", "{\"key\":\"WRAPPED\"}")))
                .isEqualTo("success");
        assertThat(wire.client
                        .call("KeyManagement.DeleteKey", "{\"key\":\"WRAPPED\"}")
                        .at("/payload/errorCode")
                        .asString())
                .isEqualTo("keyNotFound");
    }

    @Test
    void theLayoutNamesEveryKeyOfTheTerminalOnce() {
        JsonNode layout = wire.client
                .call("Keyboard.GetLayout", "{\"entryMode\":\"pin\"}")
                .at("/payload/layout/pin");
        assertThat(layout.findValuesAsString("key"))
                .hasSize(Key.values().length)
                .doesNotHaveDuplicates();
    }

    private JsonNode importKey(String name, String usage, String mode, String rest) {
        return wire.client.call(
                "KeyManagement.ImportKey",
                "{\"key\":\"%s\",\"keyAttributes\":{\"keyUsage\":\"%s\",\"algorithm\":\"T\",\"modeOfUse\":\"%s\"},%s}"
                        .formatted(name, usage, mode, rest));
    }

    private JsonNode keyDetails() {
        return wire.client.call("KeyManagement.GetKeyDetail", "{}").at("/payload/keyDetails");
    }
}
