package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Pin;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.manager.Command;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.PinBlock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

/**
 * The command for a PIN block, and its answer: {@code GET_PINBLOCK_EX} where the service has it, which came with 3.30,
 * else {@code GET_PINBLOCK}.
 */
final class PinBlockCall {

    private static final String PLAIN = "GET_PINBLOCK";
    private static final String EXTENDED = "GET_PINBLOCK_EX";
    private static final String EXTENDED_STRUCT = "WFSPINBLOCKEX";

    private static final int BLOCK_BYTES_MAX = 64;

    /** What fills a block of format 0 (ISO 9564-1). */
    private static final int PADDING = 0x0F;

    private final XfsDevice pad;
    private final PinBlock.Format format;
    private final String key;
    private final String account;

    PinBlockCall(XfsDevice pad, PinBlock.Format format, String key, String account) {
        this.pad = pad;
        this.format = format;
        this.key = key;
        this.account = account;
    }

    CompletableFuture<PinBlock> make(Duration timeout) {
        if (!pad.session().header().has(EXTENDED_STRUCT)) {
            return plain(timeout);
        }
        NativeStruct data = filled(pad.session().struct(EXTENDED_STRUCT))
                .set("dwFormat", formatNumber())
                // Which algorithm goes with format 4 is the key's own business, as this edition has no word for AES.
                .set("dwAlgorithm", format == PinBlock.Format.ISO_0 ? Pin.WFS_PIN_CRYPTTRIDESECB : 0);
        return pad.execute(command(EXTENDED, Pin.WFS_CMD_PIN_GET_PINBLOCK_EX, data, timeout))
                .exceptionallyCompose(
                        failure -> failure instanceof DeviceException known && known.fault() == Fault.UNSUPPORTED
                                ? plain(timeout)
                                : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<PinBlock> plain(Duration timeout) {
        NativeStruct data = filled(pad.session().struct("WFSPINBLOCK")).set("wFormat", formatNumber());
        return pad.execute(command(PLAIN, Pin.WFS_CMD_PIN_GET_PINBLOCK, data, timeout));
    }

    private NativeStruct filled(NativeStruct data) {
        return data.text("lpsCustomerData", format.partOf(account))
                .set("bPadding", PADDING)
                .text("lpsKey", key);
    }

    private int formatNumber() {
        return switch (format) {
            case ISO_0 -> Pin.WFS_PIN_FORMISO0;
            case ISO_4 -> Pin.WFS_PIN_FORMISO4;
        };
    }

    private Command<PinBlock> command(String name, int code, NativeStruct data, Duration timeout) {
        return new Command<>(
                name, code, data, timeout, (received, header) -> block(name, received, header), event -> {});
    }

    private PinBlock block(String command, Received received, Header header) {
        StructView data = received.view(header.struct("WFSXDATA"));
        byte[] bytes = data.bytes("lpbData", data.number("usLength"), BLOCK_BYTES_MAX);
        try {
            return new PinBlock(format, HexFormat.of().formatHex(bytes));
        } catch (IllegalArgumentException e) {
            throw new DeviceException(Fault.OTHER, command, "the block has the wrong length", e);
        }
    }
}
