package dev.kioskguard.adapter.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import dev.kioskguard.adapter.mqtt.Caller.Listening;
import dev.kioskguard.paging.channel.Branch;
import dev.kioskguard.paging.channel.BranchChannel;
import dev.kioskguard.paging.channel.BranchProvider;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelProvider;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.paging.channel.Station;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brokers at {@code mqtt://host:port}, and at {@code mqtts://host:port} by TLS. */
public final class MqttProvider implements ChannelProvider, BranchProvider {

    static final String SECURE = "mqtts";

    @Override
    public Set<String> schemes() {
        return Set.of("mqtt", SECURE);
    }

    @Override
    public PageChannel open(ChannelAccess access, Station station) {
        return open(access, station, Manners.USUAL);
    }

    static PageChannel open(ChannelAccess access, Station station, Manners manners) {
        var topics = new Topics(access.branch(), station.machine());
        String id = "kioskguard-" + access.branch() + "-" + station.machine();
        var caller = new Caller(
                access.uri(),
                id,
                tls(access),
                manners,
                listening(topics, station.neighbours().isPresent()));
        return MachineChannel.open(topics, station, caller);
    }

    @Override
    public BranchChannel open(ChannelAccess access, String desk, Branch branch) {
        return open(access, desk, branch, Manners.USUAL);
    }

    static BranchChannel open(ChannelAccess access, String desk, Branch branch, Manners manners) {
        var topics = new BranchTopics(access.branch());
        // A dot, which no machine has in its name.
        String id = "kioskguard-" + access.branch() + ".desk-" + desk;
        var caller = new Caller(access.uri(), id, tls(access), manners, BranchLine.listening(topics));
        return BranchLine.open(topics, branch, caller);
    }

    /** What others write under the own pages is put right, however much of it is left out on the way. */
    private static List<Listening> listening(Topics topics, boolean neighbours) {
        var own = Stream.of(
                new Listening(topics.pages(), MqttQos.AT_MOST_ONCE),
                new Listening(topics.commands(), MqttQos.AT_LEAST_ONCE));
        return neighbours
                ? Stream.concat(own, Stream.of(new Listening(topics.neighbours(), MqttQos.AT_LEAST_ONCE)))
                        .toList()
                : own.toList();
    }

    private static @Nullable MqttClientSslConfig tls(ChannelAccess access) {
        if (!SECURE.equals(access.uri().getScheme())) {
            return null;
        }
        if (access.stores() == null) {
            throw new IllegalArgumentException(
                    "paging.broker has an address with TLS and no trust-store; name the one that knows the broker");
        }
        return Certificates.of(access.stores());
    }
}
