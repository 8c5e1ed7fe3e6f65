package dev.kioskguard.adapter.mqtt;

import java.nio.charset.StandardCharsets;

/**
 * What stands, or is said, under a topic.
 *
 * @param text in UTF-8; empty where what was kept is taken away
 * @param retained whether the broker keeps it for whoever comes later; of one that arrives, whether it was kept
 */
record Message(String topic, String text, boolean retained) {

    /** Bytes; a page with its words has about two thousand. */
    static final int BYTES_MAX = 64 * 1024;

    static Message kept(String topic, String text) {
        return new Message(topic, text, true);
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
