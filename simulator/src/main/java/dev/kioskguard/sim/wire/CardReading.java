package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CardReaderMessages;
import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.CardSlot;
import dev.kioskguard.sim.terminal.CardSlot.Place;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is read from a card: track 2, and a chip that knows how to be selected and little else. */
final class CardReading {

    /** Answer to reset of a T=0 card (ISO 7816-3): direct convention, no interface bytes, no historical bytes. */
    private static final byte[] ANSWER_TO_RESET = HexFormat.of().parseHex("3b00");

    private static final byte[] OK = HexFormat.of().parseHex("9000");
    private static final byte[] NO_SUCH_INSTRUCTION = HexFormat.of().parseHex("6d00");
    private static final byte[] TOO_SHORT = HexFormat.of().parseHex("6700");
    private static final int HEADER_BYTES = 4;
    private static final byte SELECT = (byte) 0xa4;

    private final CardSlot slot;
    private volatile boolean chipOn;

    CardReading(CardSlot slot) {
        this.slot = slot;
        slot.onPlace(place -> chipOn = false);
    }

    /** Waits for a card, if there is none inside, and answers with what was asked for of it. */
    void read(Call call) {
        if (slot.isJammed()) {
            call.refuse("mediaJam", "a card is stuck");
            return;
        }
        boolean inside = slot.place() == Place.INSIDE;
        if (!inside) {
            call.event(CardReaderMessages.INSERT_CARD, null);
        }
        slot.accept(card -> {
            if (!inside) {
                call.event(CardReaderMessages.MEDIA_INSERTED, null);
            }
            call.succeed(contents(call, card));
        });
    }

    private ObjectNode contents(Call call, Card card) {
        JsonNode wanted = call.payload();
        ObjectNode found = call.newPayload();
        CardReaderMessages.putTracks(found, wanted, card.track2());
        if (wanted.path("chip").asBoolean(false)) {
            chipOn = true;
            found.putArray("chip").addObject().put("data", base64(ANSWER_TO_RESET));
        }
        return found;
    }

    /** Exchanges one command with the chip (ISO 7816-4). */
    void exchange(Call call) {
        String protocol = call.payload().path("chipProtocol").asString("chipT0");
        byte[] command =
                Base64.getDecoder().decode(call.payload().path("chipData").asString(""));
        if (slot.isJammed()) {
            call.refuse("mediaJam", "the card is stuck");
        } else if (slot.place() != Place.INSIDE) {
            call.refuse("noMedia", "there is no card inside");
        } else if (!protocol.equals("chipT0") && !protocol.equals("chipT1")) {
            call.refuse("protocolNotSupported", "the reader speaks chipT0 and chipT1");
        } else if (!chipOn) {
            call.refuse("atrNotObtained", "the chip has no power; read it or power it first");
        } else {
            call.succeed(call.newPayload().put("chipProtocol", protocol).put("chipData", base64(answer(command))));
        }
    }

    private static byte[] answer(byte[] command) {
        if (command.length < HEADER_BYTES) {
            return TOO_SHORT;
        }
        return command[1] == SELECT ? OK : NO_SUCH_INSTRUCTION;
    }

    void power(Call call) {
        boolean on = !call.payload().path("chipPower").asString("cold").equals("off");
        if (slot.isJammed()) {
            call.refuse("mediaJam", "the card is stuck");
        } else if (slot.place() != Place.INSIDE) {
            call.refuse("noMedia", "there is no card inside");
        } else {
            chipOn = on;
            call.succeed(on ? call.newPayload().put("chipData", base64(ANSWER_TO_RESET)) : null);
        }
    }

    /** Returns the standard's word for the power of the chip. */
    String chipPower() {
        return slot.place() != Place.INSIDE ? "noCard" : chipOn ? "online" : "poweredOff";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
