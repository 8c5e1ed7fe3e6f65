package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.paging.channel.Outbox;
import dev.kioskguard.paging.channel.Sheet;

/** A line over which the sheets of an outbox are said, and which tells the outbox how each went. */
record OutboxLine(BrokerLine line, Outbox outbox) {

    /** Says a sheet; {@code taken} runs where the broker has it. */
    void say(Sheet sheet, Message message, Runnable taken) {
        var unused = line.say(message).handle((done, failed) -> {
            if (failed == null) {
                outbox.confirmed(sheet);
                taken.run();
            } else {
                outbox.failed(sheet);
            }
            return null;
        });
    }
}
