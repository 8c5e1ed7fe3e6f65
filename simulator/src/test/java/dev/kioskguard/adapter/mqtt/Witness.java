package dev.kioskguard.adapter.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody else at a broker, who hears everything and may say anything. */
public final class Witness implements AutoCloseable {

    /** What stands under each topic by now; a topic that was cleared is not in it. */
    public final Map<String, String> standing = new ConcurrentHashMap<>();

    /** Everything as it came. */
    final List<Message> heard = new CopyOnWriteArrayList<>();

    private final Mqtt5AsyncClient client;

    private Witness(Mqtt5AsyncClient client) {
        this.client = client;
    }

    public static Witness at(int port) {
        Mqtt5AsyncClient client = Mqtt5Client.builder()
                .identifier("witness-" + System.nanoTime())
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildAsync();
        var witness = new Witness(client);
        client.publishes(MqttGlobalPublishFilter.ALL, witness::take);
        client.connect().join();
        client.subscribeWith()
                .topicFilter("#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .join();
        return witness;
    }

    private void take(Mqtt5Publish publish) {
        String text = new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
        String topic = publish.getTopic().toString();
        if (text.isEmpty()) {
            standing.remove(topic);
        } else {
            standing.put(topic, text);
        }
        heard.add(new Message(topic, text, publish.isRetain()));
    }

    /** Says something that nobody keeps. */
    public void say(String topic, String text) {
        say(Message.said(topic, text));
    }

    void say(Message message) {
        client.publish(Caller.publish(message)).join();
    }

    /** Returns what has been said under a topic. */
    public List<String> heard(String topic) {
        return heard.stream()
                .filter(message -> message.topic().equals(topic))
                .map(Message::text)
                .toList();
    }

    /** Returns every topic and text that has come, in order. */
    public List<String> everything() {
        return heard.stream()
                .map(message -> message.topic() + " " + message.text())
                .toList();
    }

    @Override
    public void close() {
        client.disconnect().exceptionally(gone -> null).join();
    }
}
