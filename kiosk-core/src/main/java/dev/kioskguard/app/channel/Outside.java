package dev.kioskguard.app.channel;

import dev.kioskguard.app.config.KioskConfig.Broker;
import dev.kioskguard.app.config.KioskConfig.Terminal;
import dev.kioskguard.app.hop.Hops;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.content.Words;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.PageEvents;
import dev.kioskguard.web.desk.PageSheets;
import dev.kioskguard.web.desk.Verdicts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way outside that the configuration names, if it names one. */
public final class Outside implements AutoCloseable {

    private final @Nullable PageChannel channel;
    private final Runnable looking;

    private Outside(@Nullable PageChannel channel, Runnable looking) {
        this.channel = channel;
        this.looking = looking;
    }

    /** A machine whose pages are seen at its own desk only. */
    public static Outside none() {
        return new Outside(null, () -> {});
    }

    /**
     * Opens the way to a broker, without waiting for it.
     *
     * @param folder from which the files are meant that {@code broker} names
     * @throws IllegalArgumentException saying what to do, when it cannot be opened at all
     */
    public static Outside open(Broker broker, Terminal terminal, Path folder, Inside inside) {
        var refusals = new Refusals(inside.guard(), inside.journal());
        var machine = new MachineStation.Machine(
                terminal.id(),
                inside.guard(),
                inside.journal(),
                inside.keys(),
                inside.hops().neighbours(inside.guard(), refusals::note));
        var station = new MachineStation(
                machine,
                new PageSheets(inside.pages(), inside.words()),
                PageEvents.open(terminal.id(), inside.journal(), inside.data()),
                new CommandDoor(
                        terminal.branch(),
                        terminal.id(),
                        desks(broker, folder),
                        InstantSource.system(),
                        new CommandDoor.Inside(inside.pages(), inside.verdicts(), refusals)),
                refusals);
        PageChannel channel = Channels.of(broker.uri().getScheme())
                .open(new ChannelAccess(broker.uri(), terminal.branch(), broker.stores(folder)), station);
        inside.pages().onChanged(page -> channel.changed());
        inside.hops().onChanged(channel::changed);
        return new Outside(channel, () -> inside.hops().look(inside.guard()));
    }

    private static DeskKeys desks(Broker broker, Path folder) {
        return broker.desks() == null ? DeskKeys.none() : DeskKeys.in(folder.resolve(broker.desks()));
    }

    /** Returns how the way stands; empty where there is none. */
    public Optional<ChannelStatus> status() {
        return Optional.ofNullable(channel).map(PageChannel::status);
    }

    /** Looks for what time alone has changed; to be called every few seconds. */
    public void look() {
        looking.run();
    }

    @Override
    public void close() {
        if (channel != null) {
            channel.close();
        }
    }

    /** What of the machine is told outside. */
    public record Inside(
            GuardRunner guard,
            PageBoard pages,
            Verdicts verdicts,
            Journal journal,
            Hops hops,
            ClearanceKeys keys,
            DataDirectory data,
            Supplier<Words> words) {}
}
