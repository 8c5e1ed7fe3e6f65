package dev.kioskguard.device;

/**
 * What was read from a card. Never logged: {@link #toString()} says nothing of it.
 *
 * @param track2 as ISO 7813 prints it, without sentinels: number, {@code =}, expiry, service code, discretionary data
 */
public record CardData(String track2) {

    /** Returns the card number, 8 to 19 digits. */
    public String number() {
        int end = track2.indexOf('=');
        String number = end < 0 ? track2 : track2.substring(0, end);
        if (!number.matches("[0-9]{8,19}")) {
            throw new DeviceException(DeviceException.Fault.INVALID_MEDIA, "read card", "track 2 holds no card number");
        }
        return number;
    }

    /** Returns the number as a receipt may print it: the first six digits, the last four, asterisks between. */
    public String masked() {
        String number = number();
        int hidden = Math.max(0, number.length() - 10);
        return number.substring(0, number.length() - 4 - hidden)
                + "*".repeat(hidden)
                + number.substring(number.length() - 4);
    }

    @Override
    public String toString() {
        return "CardData[hidden]";
    }
}
