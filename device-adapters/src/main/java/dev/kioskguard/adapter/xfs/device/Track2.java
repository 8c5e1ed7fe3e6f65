package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Idc;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.nio.charset.StandardCharsets;

/** Track 2 as a reader hands it over, among whatever else was read. */
final class Track2 {

    static final String COMMAND = "READ_RAW_DATA";

    private static final int TRACK_BYTES_MAX = 4096;

    private Track2() {}

    /** Returns what track 2 holds; empty where it could not be read. */
    static String read(Received received, Header header) {
        for (StructView data : received.views(header.struct("WFSIDCCARDDATA"))) {
            int status = data.oneOf("wStatus", Idc.WFS_IDC_DATASRCMISSING);
            if (data.number("wDataSource") == Idc.WFS_IDC_TRACK2 && status == Idc.WFS_IDC_DATAOK) {
                byte[] bytes = data.bytes("lpbData", data.number("ulDataLength"), TRACK_BYTES_MAX);
                return new String(bytes, StandardCharsets.US_ASCII);
            }
        }
        return "";
    }

    /** Returns the card, without the sentinels that some readers hand over too. */
    static CardData card(String track) {
        if (track.isEmpty()) {
            throw new DeviceException(Fault.INVALID_MEDIA, COMMAND, "track 2 could not be read");
        }
        int end = track.indexOf('?');
        CardData card = new CardData(track.substring(track.startsWith(";") ? 1 : 0, end < 0 ? track.length() : end));
        // A track without a number is no card of ours; the call says so.
        String unused = card.number();
        return card;
    }
}
