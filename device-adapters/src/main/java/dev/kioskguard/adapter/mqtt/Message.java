package dev.kioskguard.adapter.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What stands, or is said, under a topic.
 *
 * @param text in UTF-8; empty where what was kept is taken away
 * @param retained whether the broker keeps it for whoever comes later; of one that arrives, whether it was kept
 * @param life how long it is of any use to anybody (MQTT 5, 3.3.2.3.3), in whole seconds; null for ever
 */
record Message(
        String topic,
        String text,
        boolean retained,
        @Nullable Duration life) {

    /** Bytes; a page with its words has about two thousand. */
    static final int BYTES_MAX = 64 * 1024;

    Message(String topic, String text, boolean retained) {
        this(topic, text, retained, null);
    }

    static Message kept(String topic, String text) {
        return new Message(topic, text, true);
    }

    static Message kept(String topic, String text, Duration life) {
        return new Message(topic, text, true, life);
    }

    static Message said(String topic, String text) {
        return new Message(topic, text, false);
    }

    /** What takes away whatever the broker keeps under a topic (MQTT 5, 3.3.1.3). */
    static Message cleared(String topic) {
        return new Message(topic, "", true);
    }

    byte[] payload() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
