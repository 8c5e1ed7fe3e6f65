package dev.kioskguard.sim.measure.xfs;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Idc;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.library.DriverCrash;
import dev.kioskguard.adapter.xfs.library.Msxfs;
import dev.kioskguard.adapter.xfs.library.NativeLibraries;
import dev.kioskguard.adapter.xfs.library.Results;
import dev.kioskguard.adapter.xfs.library.XfsCheck;
import dev.kioskguard.adapter.xfs.manager.Decoder;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.memory.ForeignMemory;
import java.util.List;

/** {@code WFSGetInfo} for the status of a card reader, read whole: through the binding, and without. */
final class StatusCalls {

    private static final int LIGHTS = 32;

    private final NativeSide side;
    private final short service;
    private final Msxfs xfs;
    private final Results results;
    private final Header header;
    private final Decoder<Snapshot> decoder = Snapshot.of("WFSIDCSTATUS");

    StatusCalls(NativeSide side, short service) {
        this.side = side;
        this.service = service;
        this.xfs = NativeLibraries.load(side.library().toString(), new DriverCrash())
                .xfs();
        ForeignMemory memory = ForeignMemory.here();
        this.results = new Results(xfs, memory);
        this.header = Header.of(memory.abi(), Version.V3_30);
    }

    /** Returns how many numbers and texts were read: the same ones as {@link #bare} reads. */
    int bound() {
        PointerByReference handed = new PointerByReference();
        XfsCheck.check("WFSGetInfo", xfs.WFSGetInfo(service, Idc.WFS_INF_IDC_STATUS, null, 0, handed));
        return results.take(handed.getValue(), received -> {
            Snapshot status = decoder.read(received, header);
            int read = received.requestId() + received.service() + received.code() + received.id();
            for (String word : WORDS) {
                read += status.view().number(word);
            }
            return read
                    + status.view().numbers("dwGuidLights").length
                    + status.extra().size();
        });
    }

    private static final List<String> WORDS = List.of(
            "fwDevice",
            "fwMedia",
            "fwRetainBin",
            "fwSecurity",
            "usCards",
            "fwChipPower",
            "fwChipModule",
            "fwMagReadModule",
            "fwMagWriteModule",
            "fwFrontImageModule",
            "fwBackImageModule",
            "wDevicePosition",
            "usPowerSaveRecoveryTime",
            "wAntiFraudModule");

    /** Places of the same words with 64 bits. */
    private static final int[] PLACES = {0, 2, 4, 6, 8, 10, 148, 150, 152, 154, 156, 158, 160, 170};

    int bare() {
        PointerByReference handed = new PointerByReference();
        NativeSide.check(side.bare().WFSGetInfo(service, Idc.WFS_INF_IDC_STATUS, null, 0, handed));
        Pointer result = handed.getValue();
        Pointer status = result.getPointer(30);
        int read = result.getInt(0) + result.getShort(4) + result.getInt(22) + result.getInt(26);
        for (int place : PLACES) {
            read += status.getShort(place);
        }
        read += status.getIntArray(20, LIGHTS).length
                + (status.getPointer(12).getString(0).isEmpty() ? 0 : 1);
        NativeSide.check(side.bare().WFSFreeResult(result));
        return read;
    }

    long outstanding() {
        return results.outstanding();
    }
}
