package dev.kioskguard.sim.wire;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.catalog.MessageSpec;
import dev.kioskguard.adapter.xfs4iot.message.MessageType;
import dev.kioskguard.adapter.xfs4iot.service.WireClient;
import dev.kioskguard.sim.terminal.Card;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileClientTest {

    private static final List<String> SERVICES =
            List.of("CardReader", "PinPad", "Camera", "Lights", "Auxiliaries", "TextTerminal");
    private static final List<String> NAMES = Catalog.load().all().stream()
            .filter(spec -> spec.type() == MessageType.COMMAND)
            .map(MessageSpec::name)
            .filter(name -> !name.equals("KeyManagement.Initialization"))
            .toList();
    private static final List<String> TYPES = List.of("command", "command", "command", "command", "event", "", "7");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "2147483648",
            "1e999",
            "\"\"",
            "\"exit\"",
            "\"transport\"",
            "\"unitBIN1\"",
            "\"person\"",
            "[]",
            "{}",
            "{\"a\":{\"b\":[1,2]}}",
            "\"\\u0000\"",
            "\"AA==\"",
            "[null,7]");
    private static final List<String> FIELDS = List.of(
            "track2",
            "from",
            "to",
            "activeKeys",
            "minLen",
            "maxLen",
            "camera",
            "chipData",
            "requestIds",
            "text",
            "posX",
            "posY",
            "volume",
            "cardReader",
            "screen",
            "key",
            "format",
            "customerData",
            "value",
            "commands");

    @RegisterExtension
    final OnTheWire wire = new OnTheWire(TerminalServices.CARD_READER);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thousandsOfHostileFramesHurtNobodyElse(long seed) {
        storm(seed, 1_000);
    }

    @Test
    @Tag("nightly")
    void hundredsOfThousandsOfHostileFramesHurtNobodyElse() {
        for (long seed = 100; seed < 140; seed++) {
            storm(seed, 5_000);
        }
    }

    private void storm(long seed, int frames) {
        Random chance = new Random(seed);
        int connections = 0;
        WireClient hostile = null;
        for (int i = 0; i < frames; i++) {
            if (hostile == null || hostile.isClosed()) {
                hostile = wire.another(SERVICES.get(chance.nextInt(SERVICES.size())));
                connections++;
            }
            hostile.sendText(frame(chance));
            if (i % 100 == 0) {
                aBystanderIsServed();
            }
        }
        hostile.close();
        assertThat(connections).isGreaterThan(1);
        wholeVisit();
    }

    private void aBystanderIsServed() {
        assertThat(code(wire.client.call("Common.Status", "{}"))).isEqualTo("success");
        assertThat(wire.client.isClosed()).isFalse();
    }

    /** The terminal still does all that it is for. */
    private void wholeVisit() {
        if (wire.terminal.cardSlot().held().isPresent()) {
            wire.terminal.pullCard();
        }
        int reading = wire.client.send("CardReader.ReadRawData", "{\"track2\":true}", 0);
        wire.client.acknowledge(reading);
        wire.terminal.insertCard("honest");
        assertThat(code(wire.client.completion(reading))).isEqualTo("success");
        assertThat(wire.terminal.cardSlot().held()).map(Card::name).contains("honest");
        assertThat(code(wire.client.call("CardReader.Move", "{\"from\":\"transport\",\"to\":\"exit\"}")))
                .isEqualTo("success");
        wire.terminal.pullCard();
        wire.client.event("CardReader.MediaRemovedEvent");
    }

    private static String frame(Random chance) {
        String header = "{\"type\":\"%s\",\"name\":\"%s\",\"version\":\"%s\",\"requestId\":%s,\"timeout\":%s}"
                .formatted(
                        pick(chance, TYPES),
                        chance.nextInt(20) == 0 ? "No.Such" : pick(chance, NAMES),
                        pick(chance, List.of("2.0", "2.0", "3.0", "9.9", "")),
                        chance.nextInt(40) == 0 ? pick(chance, VALUES) : chance.nextInt(50),
                        chance.nextInt(40) == 0 ? pick(chance, VALUES) : 1 + chance.nextInt(1000));
        String whole = "{\"header\":%s,\"payload\":%s}".formatted(header, payload(chance));
        return switch (chance.nextInt(60)) {
            case 0 -> whole.substring(0, chance.nextInt(whole.length()));
            case 1 -> whole.replace('"', (char) chance.nextInt(0xD800));
            case 2 -> "[".repeat(chance.nextInt(5_000));
            case 3 -> whole + whole;
            default -> whole;
        };
    }

    private static String payload(Random chance) {
        if (chance.nextInt(4) == 0) {
            return pick(chance, VALUES);
        }
        StringBuilder fields = new StringBuilder("{");
        for (int i = chance.nextInt(4); i > 0; i--) {
            fields.append("\"%s\":%s,".formatted(pick(chance, FIELDS) + (i > 1 ? i : ""), pick(chance, VALUES)));
        }
        return fields.append("\"end\":0}").toString();
    }

    private static <T> T pick(Random chance, List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
