package dev.kioskguard.device;

import java.net.URI;

/** Where a device lives, as written in the configuration: {@code xfs4iot:ws://host:5846/xfs4iot/v1.0/CardReader}. */
public record DeviceAddress(String scheme, String rest) {

    /** The longest address that is accepted, in characters. */
    public static final int LENGTH_MAX = 512;

    public DeviceAddress {
        if (scheme.isBlank() || rest.isBlank()) {
            throw new IllegalArgumentException("a device address is SCHEME:PLACE, such as xfs:IDCARD1");
        }
    }

    /**
     * Reads an address as the configuration writes it.
     *
     * @throws IllegalArgumentException with what to write instead, when the text is no address
     */
    public static DeviceAddress of(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("'%s' is no device address; write SCHEME:PLACE, such as xfs:IDCARD1"
                    .formatted(text.substring(0, Math.min(text.length(), 80))));
        }
        return new DeviceAddress(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Returns what follows the scheme as a URI.
     *
     * @throws IllegalArgumentException when it is none
     */
    public URI restAsUri() {
        return URI.create(rest);
    }

    @Override
    public String toString() {
        return scheme + ":" + rest;
    }
}
