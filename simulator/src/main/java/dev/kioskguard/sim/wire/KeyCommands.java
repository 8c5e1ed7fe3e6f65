package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.sim.pad.BlockCipher;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.pad.EncryptingPad.KeyUse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keys into the pad, and what may be known of those inside: their names, their use, and a check value on import. */
final class KeyCommands {

    static final List<String> NAMES = List.of(
            "KeyManagement.Initialization",
            "KeyManagement.ImportKey",
            "KeyManagement.GetKeyDetail",
            "KeyManagement.DeleteKey",
            "KeyManagement.Reset");

    private static final int KEYS_MAX = 100;
    private static final String KEY_CHECK_USAGE = "00";

    private final EncryptingPad pad;
    private final Runnable initialized;

    /**
     * The key commands of a pad.
     *
     * @param initialized run when all keys have been forgotten
     */
    KeyCommands(EncryptingPad pad, Runnable initialized) {
        this.pad = pad;
        this.initialized = initialized;
    }

    void carryOut(Call call) {
        switch (call.name()) {
            case "KeyManagement.Initialization" -> {
                pad.initialize();
                call.succeed(null);
                initialized.run();
            }
            case "KeyManagement.ImportKey" -> importKey(call);
            case "KeyManagement.GetKeyDetail" -> keyDetail(call);
            case "KeyManagement.DeleteKey" -> {
                pad.deleteKey(call.payload().path("key").asString(""));
                call.succeed(null);
            }
            case "KeyManagement.Reset" -> call.succeed(null);
            default -> call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
        }
    }

    private void importKey(Call call) {
        JsonNode wanted = call.payload();
        if (wanted.path("constructing").asBoolean(false)) {
            throw new CommandRefusal("formatNotSupported", "keys come whole");
        }
        JsonNode attributes = wanted.path("keyAttributes");
        BlockCipher cipher = cipher(attributes.path("algorithm").asString(""));
        KeyUse use = new KeyUse(
                attributes.path("keyUsage").asString(""),
                cipher,
                attributes.path("modeOfUse").asString(""),
                0);
        byte[] value = Base64.getDecoder().decode(wanted.path("value").asString(""));
        byte[] checkValue = pad.importKey(wanted.path("key").asString(""), use, value, wrapping(wanted));
        ObjectNode payload = call.newPayload();
        payload.put("verificationData", Base64.getEncoder().encodeToString(checkValue));
        payload.putObject("verifyAttributes")
                .put("keyUsage", KEY_CHECK_USAGE)
                .put("algorithm", cipher.letter())
                .put("modeOfUse", "V")
                .put("cryptoMethod", "kcvZero");
        call.succeed(payload.put("keyLength", 8 * value.length));
    }

    private static BlockCipher cipher(String letter) {
        return Arrays.stream(BlockCipher.values())
                .filter(cipher -> cipher.letter().equals(letter))
                .findFirst()
                .orElseThrow(() -> new CommandRefusal("algorithmNotSupported", "the pad has T and A"));
    }

    private static Optional<String> wrapping(JsonNode wanted) {
        if (!wanted.hasNonNull("decryptKey")) {
            return Optional.empty();
        }
        if (!wanted.path("decryptMethod").asString("ecb").equals("ecb")) {
            throw new CommandRefusal("cryptoMethodNotSupported", "keys are unwrapped by ecb");
        }
        return Optional.of(wanted.path("decryptKey").asString(""));
    }

    private void keyDetail(Call call) {
        Map<String, KeyUse> keys = pad.keys();
        String wanted = call.payload().path("keyName").asString("");
        if (!wanted.isEmpty() && !keys.containsKey(wanted)) {
            throw new CommandRefusal("keyNotFound", "the pad holds no key of that name");
        }
        ObjectNode payload = call.newPayload();
        ObjectNode details = payload.putObject("keyDetails");
        keys.forEach((name, use) -> {
            if (wanted.isEmpty() || wanted.equals(name)) {
                details.putObject(name)
                        .put("loaded", "yes")
                        .putObject("keyBlockInfo")
                        .put("keyUsage", use.usage())
                        .put("algorithm", use.cipher().letter())
                        .put("modeOfUse", use.mode())
                        .put("keyVersionNumber", "00")
                        .put("keyLength", use.lengthBits());
            }
        });
        call.succeed(payload);
    }

    static void fillCapabilities(ObjectNode keyManagement) {
        keyManagement.put("keyNum", KEYS_MAX);
        keyManagement.putObject("keyCheckModes").put("self", false).put("zero", true);
        ObjectNode attributes = keyManagement.putObject("keyAttributes");
        for (BlockCipher cipher : BlockCipher.values()) {
            attributes.withObjectProperty("K0").putObject(cipher.letter()).putObject("D");
            attributes.withObjectProperty("P0").putObject(cipher.letter()).putObject("E");
            keyManagement
                    .withObjectProperty("decryptAttributes")
                    .putObject(cipher.letter())
                    .putObject("decryptMethod")
                    .put("ecb", true);
        }
    }
}
