package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.paging.channel.Neighbours;
import dev.kioskguard.paging.channel.Neighbours.Alert;
import dev.kioskguard.paging.channel.Outbox;
import dev.kioskguard.paging.channel.Sheet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one machine tells its neighbours, and hears of them, on the line that it has for its pages: as with pages, what
 * stands is told again on each connection. Without neighbours nothing is said or heard. For the line's thread.
 */
final class HopLine {

    private static final int UNDER_WAY_MAX = 32;

    private final Topics topics;
    private final @Nullable Neighbours neighbours;
    private final BrokerLine line;
    private final Outbox outbox = new Outbox();

    HopLine(Topics topics, @Nullable Neighbours neighbours, BrokerLine line) {
        this.topics = topics;
        this.neighbours = neighbours;
        this.line = line;
    }

    void lost() {
        outbox.lost();
    }

    /**
     * Takes what has come, if it is for neighbours.
     *
     * @return whether it was
     */
    boolean heard(Message message, Ears ears) {
        Optional<Topics.Told> told = topics.told(message.topic());
        if (neighbours == null || told.isEmpty()) {
            return false;
        }
        if (told.get().machine().equals(topics.machine())) {
            if (!message.retained()) {
                ears.refused("hop", "somebody else has written what this machine tells; it was put right");
            }
            outbox.overwritten(told.get().id());
        } else if (!message.text().isEmpty()) {
            neighbours.heard(told.get().machine(), message.text());
        }
        return true;
    }

    /** Says what stands and is not confirmed. */
    void tell() {
        if (neighbours == null || !line.isStanding()) {
            return;
        }
        List<Alert> standing = neighbours.standing();
        Map<String, Duration> left = new HashMap<>();
        standing.forEach(alert -> left.put(alert.sheet().id(), alert.left()));
        outbox.due(standing.stream().map(Alert::sheet).toList(), UNDER_WAY_MAX)
                .forEach(sheet -> say(sheet, left.getOrDefault(sheet.id(), Duration.ZERO)));
    }

    private void say(Sheet sheet, Duration left) {
        String topic = topics.hop(sheet.id());
        String text = sheet.text();
        Message message = text == null ? Message.cleared(topic) : Message.kept(topic, text, left);
        new OutboxLine(line, outbox).say(sheet, message, this::tell);
    }
}
