package dev.kioskguard.device;

import java.util.HexFormat;

/** An enciphered PIN block (ISO 9564-1): 8 bytes in format 0, 16 in format 4. Never logged. */
public record PinBlock(Format format, String hex) {

    public PinBlock {
        if (HexFormat.of().parseHex(hex).length != format.lengthBytes) {
            throw new IllegalArgumentException("a %s block has %d bytes".formatted(format, format.lengthBytes));
        }
    }

    @Override
    public String toString() {
        return "PinBlock[" + format + ", hidden]";
    }

    /** The two formats that a transaction may use: format 0 under TDES, format 4 under AES. */
    public enum Format {
        ISO_0(8),
        ISO_4(16);

        private final int lengthBytes;

        Format(int lengthBytes) {
            this.lengthBytes = lengthBytes;
        }
    }
}
