package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.Delivery;
import dev.kioskguard.paging.channel.Outbox;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.paging.channel.Sheet;
import dev.kioskguard.paging.channel.Station;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The pages of one machine on a broker, as they stand: on each new connection, and so after a restart of either side or
 * with a broker that has forgotten everything, all that stands is said again. Thread-safe.
 */
final class MachineChannel implements PageChannel, Ears {

    private static final int UNDER_WAY_MAX = 32;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** In looks; a checkpoint that stands outside says how far the journal had come by then. */
    private static final int STATUS_EVERY_LOOKS = 30;

    private final Topics topics;
    private final Station station;
    private final Outbox outbox = new Outbox();
    private final BrokerLine line;
    private final HopLine hops;
    private final EventLine events;
    private volatile int waiting;
    private volatile Map<String, Delivery> deliveries = Map.of();
    private boolean news = true;
    private int looks;

    private MachineChannel(Topics topics, Station station, Caller caller) {
        this.topics = topics;
        this.station = station;
        this.line = new BrokerLine(caller, this);
        this.events = new EventLine(topics, station, line);
        this.hops = new HopLine(topics, station.neighbours().orElse(null), line);
    }

    static MachineChannel open(Topics topics, Station station, Caller caller) {
        var channel = new MachineChannel(topics, station, caller);
        channel.line.every(LOOK_EVERY, channel::look);
        channel.line.soon(channel::tell);
        channel.line.open();
        return channel;
    }

    @Override
    public void changed() {
        line.soon(() -> {
            news = true;
            tell();
        });
    }

    @Override
    public ChannelStatus status() {
        return line.status(waiting);
    }

    @Override
    public Map<String, Delivery> deliveries() {
        return deliveries;
    }

    @Override
    public Message lastWill() {
        return Message.kept(topics.status(), station.status("gone"));
    }

    @Override
    public void connected() {
        news = true;
        events.begin();
        sayStatus();
        tell();
    }

    @Override
    public void lost() {
        outbox.lost();
        hops.lost();
        news = true;
    }

    @Override
    public void heard(Message message) {
        if (message.topic().equals(topics.commands())) {
            command(message);
            return;
        }
        if (hops.heard(message, this)) {
            return;
        }
        String page = topics.idOf(message.topic());
        if (page.isEmpty()) {
            refused("topic", "the broker sent what nobody has asked for");
            return;
        }
        // What was kept from before is put right in any case; but nobody else has anything to say here.
        if (!message.retained()) {
            refused("page", "somebody else has written under this machine's pages; it was put right");
        }
        outbox.overwritten(page);
        news = true;
    }

    @Override
    public void refused(String kind, String detail) {
        station.refused(kind, detail);
    }

    /** A command is for now: one that a broker has kept is nobody's word of today. */
    private void command(Message message) {
        if (message.retained()) {
            refused("command-kept", "a command that the broker has kept; commands must not be retained");
            return;
        }
        var unused = station.command(message.text())
                .thenAccept(answer -> answer.ifPresent(text -> line.soon(() -> sayEvent(text))));
    }

    private void sayEvent(String text) {
        var unused = line.say(Message.said(topics.events(), text)).exceptionally(failed -> null);
    }

    private void look() {
        if (line.isStanding() && ++looks % STATUS_EVERY_LOOKS == 0) {
            sayStatus();
        }
        tell();
    }

    private void sayStatus() {
        var unused =
                line.say(Message.kept(topics.status(), station.status("here"))).exceptionally(failed -> null);
    }

    private void tell() {
        hops.tell();
        if (!news) {
            return;
        }
        List<Sheet> standing = station.standing();
        if (line.isStanding()) {
            outbox.due(standing, UNDER_WAY_MAX).forEach(this::say);
            events.tell(this::eventsTold);
        }
        waiting = outbox.waiting(standing);
        deliveries = outbox.deliveries(standing);
        news = waiting > 0 || events.isTelling();
    }

    private void eventsTold() {
        news = true;
        tell();
    }

    private void say(Sheet sheet) {
        String topic = topics.page(sheet.id());
        String text = sheet.text();
        Message message = text == null ? Message.cleared(topic) : Message.kept(topic, text);
        new OutboxLine(line, outbox).say(sheet, message, this::tell);
    }

    @Override
    public void close() {
        line.close(Message.kept(topics.status(), station.status("stopped")));
    }
}
