package dev.kioskguard.adapter.xfs4iot.service.device;

import dev.kioskguard.adapter.xfs4iot.service.DeviceService.Offer;
import dev.kioskguard.adapter.xfs4iot.words.DeviceWords;
import dev.kioskguard.device.CardReader.CardPlace;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a service of a motorised card reader says: {@code CardReader}, and the {@code Storage} of its retain bin. */
public final class CardReaderMessages {

    /** The service's name. */
    public static final String SERVICE = "CardReader";

    public static final String READ = "CardReader.ReadRawData";
    public static final String CHIP_IO = "CardReader.ChipIO";
    public static final String MOVE = "CardReader.Move";
    public static final String RESET = "CardReader.Reset";
    public static final String GET_STORAGE = "Storage.GetStorage";
    public static final String INSERT_CARD = "CardReader.InsertCardEvent";
    public static final String MEDIA_INSERTED = "CardReader.MediaInsertedEvent";
    public static final String MEDIA_REMOVED = "CardReader.MediaRemovedEvent";

    /** Where a card can be moved to: the exit. */
    public static final String EXIT = "exit";

    /** Where a card can be moved to: inside, where it is read. */
    public static final String TRANSPORT = "transport";

    /** Where a card can be moved to: the retain bin, the reader's one storage unit. */
    public static final String BIN = "unitBIN1";

    private static final List<String> OTHER_TRACKS =
            List.of("track1", "track3", "track1Front", "track1JIS", "track3JIS", "ddi", "watermark");

    private CardReaderMessages() {}

    /** Returns what is offered: the commands given of {@code CardReader}, and {@code Storage}. */
    public static List<Offer> offers(String... commands) {
        return List.of(
                new Offer("cardReader", List.of(commands), List.of(INSERT_CARD, MEDIA_INSERTED, MEDIA_REMOVED)),
                new Offer("storage", List.of(GET_STORAGE), List.of()));
    }

    /** Returns the two ends of a move, which begins where the card is unless the client says otherwise. */
    public static Route route(ObjectNode payload, CardPlace place) {
        String here = place == CardPlace.AT_EXIT ? EXIT : TRANSPORT;
        String from = payload.path("from").asString(here);
        String to = payload.path("to").asString(EXIT);
        boolean known = List.of(EXIT, TRANSPORT, BIN).contains(to)
                && List.of(EXIT, TRANSPORT).contains(from);
        return new Route(to, known, from.equals(here));
    }

    /**
     * A way that a card is to go.
     *
     * @param known whether the reader has both ends
     * @param fromHere whether it begins where a card would be now
     */
    public record Route(String to, boolean known, boolean fromHere) {

        /** Why a client is refused whose route is not known. */
        public static final String UNKNOWN = "cards move between transport, exit and " + BIN;
    }

    /** Writes what was read of the tracks, as far as it was asked for. */
    public static void putTracks(ObjectNode payload, JsonNode wanted, String track2) {
        if (wanted.path("track2").asBoolean(false)) {
            byte[] data = track2.getBytes(StandardCharsets.US_ASCII);
            payload.putObject("track2").put("data", Base64.getEncoder().encodeToString(data));
        }
        for (String track : OTHER_TRACKS) {
            if (wanted.path(track).asBoolean(false)) {
                payload.putObject(track).put("status", "dataSourceNotSupported");
            }
        }
    }

    public static void putMedia(ObjectNode reader, CardPlace place) {
        reader.put("media", DeviceWords.media(place));
    }

    /** Adds the retain bin to the answer of {@code GetStorage}; returns it, for what is known of how full it is. */
    public static ObjectNode putBin(ObjectNode payload) {
        ObjectNode bin = payload.putObject("storage").putObject(BIN);
        bin.put("positionName", BIN).put("status", "ok");
        bin.putObject("card").putObject("capabilities").put("type", "retain").put("hardwareSensors", true);
        return bin;
    }

    /** Adds what the reader can do, whose chip is asked in the protocols T=0 and T=1; returns it, for more. */
    public static ObjectNode putCapabilities(ObjectNode capabilities) {
        ObjectNode reader = capabilities.putObject("cardReader").put("type", "motor");
        reader.putObject("readTracks").put("track1", false).put("track2", true).put("track3", false);
        reader.putObject("chipProtocols").put("chipT0", true).put("chipT1", true);
        reader.putObject("positions").put(EXIT, true).put(TRANSPORT, true);
        return reader.put("cardTakenSensor", true);
    }
}
