package dev.kioskguard.adapter.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import dev.kioskguard.adapter.mqtt.BranchTopics.Named;
import dev.kioskguard.adapter.mqtt.Caller.Listening;
import dev.kioskguard.paging.channel.Branch;
import dev.kioskguard.paging.channel.BranchChannel;
import dev.kioskguard.paging.channel.ChannelStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The pages and states of all machines of a branch on a broker, and the way back to each. Thread-safe. */
final class BranchLine implements BranchChannel, Ears {

    private final BranchTopics topics;
    private final Branch branch;
    private final BrokerLine line;

    private BranchLine(BranchTopics topics, Branch branch, Caller caller) {
        this.topics = topics;
        this.branch = branch;
        this.line = new BrokerLine(caller, this);
    }

    static BranchLine open(BranchTopics topics, Branch branch, Caller caller) {
        var opened = new BranchLine(topics, branch, caller);
        opened.line.open();
        return opened;
    }

    static List<Listening> listening(BranchTopics topics) {
        return List.of(
                new Listening(topics.status(), MqttQos.AT_LEAST_ONCE),
                new Listening(topics.pages(), MqttQos.AT_LEAST_ONCE),
                new Listening(topics.events(), MqttQos.AT_LEAST_ONCE));
    }

    @Override
    public CompletionStage<Void> command(String machine, String token) {
        return line.say(Message.said(new Topics(topics.branch(), machine).commands(), token));
    }

    @Override
    public ChannelStatus status() {
        return line.status(0);
    }

    /** Nobody asks how a desk is. */
    @Override
    public @Nullable Message lastWill() {
        return null;
    }

    @Override
    public void connected() {
        branch.connected();
    }

    @Override
    public void lost() {
        branch.lost();
    }

    @Override
    public void heard(Message message) {
        Optional<Named> named = topics.named(message.topic());
        if (named.isEmpty()) {
            refused("topic", "the broker sent what nobody has asked for, or under a name that is none");
            return;
        }
        String machine = named.get().machine();
        String text = message.text();
        switch (named.get().kind()) {
            case PAGE -> branch.page(machine, named.get().page(), text.isEmpty() ? null : text);
            case STATUS -> branch.status(machine, text);
            case EVENT -> branch.event(machine, text);
        }
    }

    @Override
    public void refused(String kind, String detail) {
        branch.refused(kind, detail);
    }

    @Override
    public void close() {
        line.close();
    }
}
