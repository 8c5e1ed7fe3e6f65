package dev.kioskguard.adapter.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5SubscribeBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who calls a broker, and how.
 *
 * @param id no two callers of a broker have the same: the later puts the earlier out
 * @param tls null on loopback
 */
record Caller(URI broker, String id, @Nullable MqttClientSslConfig tls, Manners manners, List<Listening> listensTo) {

    private static final int PORT = 1883;
    private static final int PORT_TLS = 8883;

    /**
     * What the broker may have sent without an answer; it is to keep the rest. Mosquitto 2.0.11 keeps nothing back of
     * what it has retained for a topic that somebody comes to listen to, and a line with less room than that breaks,
     * each time anew. This is room for the states of 2,000 machines with a page each.
     */
    private static final int UNANSWERED_MAX = 4_096;

    Caller {
        listensTo = List.copyOf(listensTo);
    }

    /**
     * Makes a client for one connection: what was under way on an earlier one is nobody's but the outbox's.
     *
     * @param broken told once the connection has ended, or has not come about
     */
    Mqtt5AsyncClient client(Consumer<Throwable> broken) {
        int port = broker.getPort() != -1 ? broker.getPort() : tls == null ? PORT : PORT_TLS;
        var builder = Mqtt5Client.builder()
                .identifier(id)
                .transportConfig()
                .serverHost(broker.getHost())
                .serverPort(port)
                .socketConnectTimeout(manners.connect().toMillis(), TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(manners.connect().toMillis(), TimeUnit.MILLISECONDS);
        if (tls != null) {
            builder = builder.sslConfig(tls);
        }
        return builder.applyTransportConfig()
                .executorConfig()
                .nettyThreads(1)
                .applyExecutorConfig()
                .addDisconnectedListener(end -> broken.accept(end.getCause()))
                .buildAsync();
    }

    /**
     * The first packet (MQTT 5, 3.1).
     *
     * @param lastWill what the broker is to say for a caller that goes without a word
     * @param anew whether what the broker has kept for the caller is thrown away
     */
    Mqtt5Connect hello(@Nullable Message lastWill, boolean anew) {
        var hello = Mqtt5Connect.builder()
                .cleanStart(anew)
                .sessionExpiryInterval(manners.session().toSeconds())
                .keepAlive((int) manners.keepAlive().toSeconds())
                .restrictions()
                .receiveMaximum(UNANSWERED_MAX)
                .maximumPacketSize(Message.BYTES_MAX)
                .topicAliasMaximum(0)
                .applyRestrictions();
        return lastWill == null
                ? hello.build()
                : hello.willPublish(publish(lastWill).asWill()).build();
    }

    /** The subscriptions (MQTT 5, 3.8); what the caller has said itself does not come back. */
    Mqtt5Subscribe subscriptions() {
        Mqtt5SubscribeBuilder.@Nullable Complete all = null;
        for (Listening each : listensTo) {
            all = (all == null ? Mqtt5Subscribe.builder() : all)
                    .addSubscription()
                    .topicFilter(each.filter())
                    .qos(each.qos())
                    .noLocal(true)
                    .applySubscription();
        }
        if (all == null) {
            throw new IllegalStateException("whoever calls a broker listens to something");
        }
        return all.build();
    }

    static Mqtt5Publish publish(Message message) {
        var publish = Mqtt5Publish.builder()
                .topic(message.topic())
                .payload(message.payload())
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(message.retained());
        Duration life = message.life();
        return life == null
                ? publish.build()
                : publish.messageExpiryInterval(Math.max(1, life.toSeconds())).build();
    }

    /**
     * Some topics, and how surely what is said there must come.
     *
     * @param filter of topics
     */
    record Listening(String filter, MqttQos qos) {}
}
