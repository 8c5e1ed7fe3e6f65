package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.sim.terminal.CardSlot;
import dev.kioskguard.sim.terminal.CardSlot.Place;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The card slot as a {@code CardReader} with the {@code Storage} of its retain bin. */
final class CardReaderService extends TerminalService {

    /** The standard's name for the retain bin. */
    static final String BIN = "unitBIN1";

    private static final String EXIT = "exit";
    private static final String TRANSPORT = "transport";
    private static final int BIN_WARNING_CARDS = 40;

    private final CardSlot slot;
    private final CardReading reading;

    CardReaderService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.CARD_READER, alarms);
        this.slot = terminal.cardSlot();
        this.reading = new CardReading(slot);
    }

    @Override
    public String name() {
        return TerminalServices.CARD_READER;
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                new Offer(
                        "cardReader",
                        List.of(
                                "CardReader.ReadRawData",
                                "CardReader.ChipIO",
                                "CardReader.ChipPower",
                                "CardReader.Move",
                                "CardReader.Reset"),
                        List.of(
                                "CardReader.InsertCardEvent",
                                "CardReader.MediaInsertedEvent",
                                "CardReader.MediaRemovedEvent")),
                new Offer("storage", List.of("Storage.GetStorage"), List.of()));
    }

    @Override
    void watch() {
        slot.onPlace(place -> {
            changed("cardReader", this::fillReader);
            if (place == Place.RETURNED) {
                tell("CardReader.MediaRemovedEvent");
            }
        });
    }

    @Override
    void letGo() {
        slot.stopAccepting();
    }

    @Override
    void carryOut(Call call) {
        try {
            switch (call.name()) {
                case "CardReader.ReadRawData" -> reading.read(call);
                case "CardReader.ChipIO" -> reading.exchange(call);
                case "CardReader.ChipPower" -> reading.power(call);
                case "CardReader.Move" -> move(call);
                case "CardReader.Reset" -> reset(call);
                case "Storage.GetStorage" -> call.succeed(storage(call.newPayload()));
                default -> call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
            }
        } catch (DeviceException e) {
            call.refuse(errorCode(e.fault()), e.fault().name());
        }
    }

    private static String errorCode(DeviceException.Fault fault) {
        return switch (fault) {
            case MEDIA_JAMMED -> "mediaJam";
            case NO_MEDIA -> "noMedia";
            default -> "full";
        };
    }

    private void move(Call call) {
        String here = slot.place() == Place.AT_EXIT ? EXIT : TRANSPORT;
        String from = call.payload().path("from").asString(here);
        String to = call.payload().path("to").asString(EXIT);
        if (!List.of(EXIT, TRANSPORT, BIN).contains(to)
                || !List.of(EXIT, TRANSPORT).contains(from)) {
            call.fail(CompletionCode.UNSUPPORTED_DATA, "cards move between transport, exit and " + BIN);
        } else if (slot.held().isPresent() && !from.equals(here)) {
            call.refuse("noMedia", "the card is not there");
        } else if (to.equals(EXIT)) {
            slot.eject();
            call.succeed(null);
        } else if (to.equals(BIN)) {
            slot.retain();
            call.succeed(null);
        } else {
            slot.takeBack();
            call.succeed(null);
        }
    }

    private void reset(Call call) {
        String to = call.payload().path("to").asString("auto");
        if (slot.isJammed()) {
            call.refuse("mediaJam", "the card is stuck");
        } else if (slot.held().isEmpty() || to.equals("currentPosition")) {
            call.succeed(null);
        } else if (!to.equals("retain")) {
            slot.eject();
            call.succeed(null);
        } else if (slot.isBinFull()) {
            call.refuse("retainBinFull", "the bin is full");
        } else {
            slot.retain();
            call.succeed(null);
        }
    }

    private ObjectNode storage(ObjectNode payload) {
        int cards = slot.binCards();
        ObjectNode bin = payload.putObject("storage").putObject(BIN);
        bin.put("positionName", BIN).put("capacity", CardSlot.BIN_CARDS_MAX).put("status", "ok");
        ObjectNode card = bin.putObject("card");
        card.putObject("capabilities").put("type", "retain").put("hardwareSensors", true);
        card.putObject("configuration").put("threshold", BIN_WARNING_CARDS);
        String replenishment = slot.isBinFull() ? "full" : cards >= BIN_WARNING_CARDS ? "high" : "ok";
        card.putObject("status")
                .put("initialCount", 0)
                .put("count", cards)
                .put("retainCount", cards)
                .put("replenishmentStatus", replenishment);
        return payload;
    }

    @Override
    void fillStatus(ObjectNode status) {
        fillReader(status.putObject("cardReader"));
    }

    private void fillReader(ObjectNode reader) {
        Place place = slot.place();
        String media = place == Place.INSIDE ? "present" : place == Place.AT_EXIT ? "entering" : "notPresent";
        reader.put("media", slot.isJammed() ? "jammed" : media);
        reader.put("chipPower", reading.chipPower()).put("chipModule", "ok");
    }

    @Override
    void fillCapabilities(ObjectNode capabilities) {
        ObjectNode reader = capabilities.putObject("cardReader").put("type", "motor");
        reader.putObject("readTracks").put("track1", false).put("track2", true).put("track3", false);
        reader.putObject("chipProtocols").put("chipT0", true).put("chipT1", true);
        reader.putObject("chipPower").put("cold", true).put("warm", true).put("off", true);
        reader.putObject("positions").put("exit", true).put("transport", true);
        reader.put("cardTakenSensor", true).put("powerOnOption", "exit");
    }
}
