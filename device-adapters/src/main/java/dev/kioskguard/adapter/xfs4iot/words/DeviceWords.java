package dev.kioskguard.adapter.xfs4iot.words;

import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceStatus.State;
import java.util.Arrays;
import java.util.Optional;

/** How a device is, and where its card is: {@code common.device} and {@code cardReader.media}. */
public final class DeviceWords {

    private DeviceWords() {}

    public static String of(State state) {
        return switch (state) {
            case ONLINE -> "online";
            case OFFLINE -> "offline";
            case POWER_OFF -> "powerOff";
            case NO_DEVICE -> "noDevice";
            case HARDWARE_ERROR -> "hardwareError";
            case USER_ERROR -> "userError";
            case DEVICE_BUSY -> "deviceBusy";
            case FRAUD_ATTEMPT -> "fraudAttempt";
            case POTENTIAL_FRAUD -> "potentialFraud";
            case STARTING -> "starting";
        };
    }

    /** Returns what a word of {@code common.device} means; empty where it is none. */
    public static Optional<State> state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> of(state).equals(word))
                .findFirst();
    }

    /** Returns the word for where the card is; real services use {@code entering} for the exit, either way. */
    public static String media(CardPlace place) {
        return switch (place) {
            case NONE -> "notPresent";
            case INSIDE -> "present";
            case AT_EXIT -> "entering";
            case JAMMED -> "jammed";
            case UNKNOWN -> "unknown";
        };
    }

    /** Returns where a card is, by the word of {@code cardReader.media}. */
    public static CardPlace place(String media) {
        return switch (media) {
            case "present", "latched" -> CardPlace.INSIDE;
            case "notPresent" -> CardPlace.NONE;
            case "jammed" -> CardPlace.JAMMED;
            case "entering" -> CardPlace.AT_EXIT;
            default -> CardPlace.UNKNOWN;
        };
    }
}
