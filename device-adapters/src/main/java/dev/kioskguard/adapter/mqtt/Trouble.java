package dev.kioskguard.adapter.mqtt;

import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5MessageException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no line, in words for an operator. What a broker has said is not repeated.
 *
 * @param kind one of a fixed few for what a broker must not do; null for a line that is merely broken
 */
record Trouble(@Nullable String kind, String detail) {

    private static final int CAUSES_MAX = 10;
    private static final Trouble GARBAGE =
            new Trouble("garbage", "what answers there does not speak MQTT 5 as it should");

    boolean isGarbage() {
        return equals(GARBAGE);
    }

    static Trouble of(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++, cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return new Trouble("certificate", "no trusted line: look at certificates, stores and clocks");
            }
            if (cause instanceof MqttDecodeException) {
                return GARBAGE;
            }
            if (cause instanceof Mqtt5DisconnectException end) {
                return ended(end.getMqttMessage().getReasonCode());
            }
            if (cause instanceof Mqtt5MessageException said) {
                String what = said.getMqttMessage().getType().name().toLowerCase(Locale.ROOT);
                return refused("the broker has refused (" + what + "): look at its log and its rules of access");
            }
        }
        return new Trouble(null, "the broker cannot be reached; is it running, and is the network up?");
    }

    private static Trouble ended(Mqtt5DisconnectReasonCode reason) {
        return switch (reason) {
            case MALFORMED_PACKET, PROTOCOL_ERROR, PACKET_TOO_LARGE, TOPIC_NAME_INVALID, RECEIVE_MAXIMUM_EXCEEDED ->
                GARBAGE;
            case SESSION_TAKEN_OVER ->
                refused(
                        "somebody else calls the broker by the same name: give each machine a terminal.id, and each desk"
                                + " a data folder, of its own");
            default -> refused("the broker has ended the line: look at its log");
        };
    }

    private static Trouble refused(String detail) {
        return new Trouble("refused", detail);
    }
}
