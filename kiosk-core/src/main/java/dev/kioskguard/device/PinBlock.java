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

        private static final int ISO_0_ACCOUNT_DIGITS = 12;

        private final int lengthBytes;

        Format(int lengthBytes) {
            this.lengthBytes = lengthBytes;
        }

        /**
         * Returns what of an account number goes into a block: in format 0 the twelve digits before the check digit,
         * in format 4 all of it.
         */
        public String partOf(String account) {
            if (this == ISO_4) {
                return account;
            }
            String padded = "0".repeat(ISO_0_ACCOUNT_DIGITS) + account.substring(0, Math.max(0, account.length() - 1));
            return padded.substring(padded.length() - ISO_0_ACCOUNT_DIGITS);
        }
    }
}
