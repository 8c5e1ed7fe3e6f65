package dev.kioskguard.app.channel;

import dev.kioskguard.app.config.Calling;
import dev.kioskguard.app.config.KioskConfig.Broker;
import dev.kioskguard.app.config.KioskConfig.Terminal;
import dev.kioskguard.app.hop.Hops;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.content.Words;
import dev.kioskguard.device.Lights;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.Way;
import dev.kioskguard.paging.Ways;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.Neighbours;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.PageEvents;
import dev.kioskguard.web.desk.PageSheets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ways to people that the configuration names beside the machine's own desk. */
public final class Outside implements AutoCloseable {

    private final Map<Way, PageChannel> channels = new EnumMap<>(Way.class);
    private final Runnable looking;
    private final Deliveries deliveries = new Deliveries(channels);

    private Outside(Runnable looking) {
        this.looking = looking;
    }

    /** A machine whose pages are seen at its own desk only. */
    public static Outside none() {
        return new Outside(() -> {});
    }

    /**
     * Opens the ways, without waiting for anybody.
     *
     * @param folder from which the files are meant that {@code calling} names
     * @throws IllegalArgumentException saying what to do, when one cannot be opened at all
     */
    public static Outside open(Calling calling, Terminal terminal, Path folder, Inside inside) {
        var outside = new Outside(() -> inside.hops().look(inside.guard()));
        try {
            outside.openAll(calling, new Opening(calling.ways(), terminal, folder, inside));
        } catch (IllegalArgumentException e) {
            outside.close();
            throw e;
        }
        inside.pages().onChanged(page -> outside.channels.values().forEach(PageChannel::changed));
        return outside;
    }

    private void openAll(Calling calling, Opening opening) {
        if (calling.broker() != null) {
            PageChannel broker = opening.broker(calling.broker());
            channels.put(Way.BROKER, broker);
            opening.inside().hops().onChanged(broker::changed);
        }
        if (calling.webhook() != null) {
            ChannelAccess access = calling.webhook().access(opening.terminal().branch(), opening.folder());
            channels.put(Way.WEBHOOK, opening.open(access, opening.station(Way.WEBHOOK, null, DeskKeys.none())));
        }
        if (calling.light()) {
            channels.put(Way.LIGHT, opening.light());
        }
    }

    /** Returns how the way to the broker stands; empty where there is none. */
    public Optional<ChannelStatus> status() {
        return Optional.ofNullable(channels.get(Way.BROKER)).map(PageChannel::status);
    }

    /** Returns how each way stands. */
    public Map<Way, ChannelStatus> statuses() {
        var all = new EnumMap<Way, ChannelStatus>(Way.class);
        channels.forEach((way, channel) -> all.put(way, channel.status()));
        return all;
    }

    /** Returns how far each page has come on each way that is to have it. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** Looks for what time alone has changed; to be called every few seconds. */
    public void look() {
        looking.run();
        PageChannel light = channels.get(Way.LIGHT);
        if (light != null) {
            light.changed();
        }
        deliveries.look();
    }

    @Override
    public void close() {
        channels.values().forEach(PageChannel::close);
    }

    /** What the ways are opened with. */
    private record Opening(Ways ways, Terminal terminal, Path folder, Inside inside) {

        PageChannel broker(Broker broker) {
            DeskKeys desks = broker.desks() == null ? DeskKeys.none() : DeskKeys.in(folder.resolve(broker.desks()));
            var events = PageEvents.open(terminal.id(), inside.journal(), inside.data());
            var access = new ChannelAccess(broker.uri(), terminal.branch(), broker.stores(folder));
            return open(access, station(Way.BROKER, events, desks));
        }

        PageChannel open(ChannelAccess access, MachineStation station) {
            return Channels.of(access.uri().getScheme()).open(access, station);
        }

        PageChannel light() {
            PageBoard board = inside.pages();
            var light = new LightChannel(
                    inside.lights()
                            .orElseThrow(() -> new IllegalArgumentException("paging.light needs devices.lights")),
                    () -> board.book().all().stream()
                            .filter(page -> ways.callsStill(Way.LIGHT, page))
                            .toList());
            light.changed();
            return light;
        }

        MachineStation station(Way way, @Nullable PageEvents events, DeskKeys desks) {
            var refusals = new Refusals(inside.guard(), inside.journal());
            var neighbours = way == Way.BROKER
                    ? inside.hops().neighbours(inside.guard(), refusals::note)
                    : Optional.<Neighbours>empty();
            var commands = new CommandDoor(
                    terminal.branch(),
                    terminal.id(),
                    desks,
                    InstantSource.system(),
                    new CommandDoor.Inside(inside.deeds(), refusals));
            return new MachineStation(
                    new MachineStation.Machine(
                            terminal.id(), inside.guard(), inside.journal(), inside.keys(), neighbours),
                    new PageSheets(inside.pages(), inside.words(), page -> ways.call(way, page)),
                    events,
                    commands,
                    refusals);
        }
    }

    /** What of the machine is told outside, and by what. */
    public record Inside(
            GuardRunner guard,
            PageBoard pages,
            CommandDeeds deeds,
            Journal journal,
            Hops hops,
            ClearanceKeys keys,
            DataDirectory data,
            Supplier<Words> words,
            Optional<Lights> lights) {}
}
