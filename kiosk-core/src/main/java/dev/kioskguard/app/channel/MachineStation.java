package dev.kioskguard.app.channel;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.channel.Neighbours;
import dev.kioskguard.paging.channel.Sheet;
import dev.kioskguard.paging.channel.Station;
import dev.kioskguard.transfer.clearance.Checkpoint;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.web.desk.PageEvents;
import dev.kioskguard.web.desk.PageSheets;
import dev.kioskguard.web.http.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** This machine, as the way outside sees it. */
final class MachineStation implements Station {

    private final Machine machine;
    private final PageSheets sheets;
    private final @Nullable PageEvents events;
    private final CommandDoor commands;
    private final Refusals refusals;

    /** Makes a station; without {@code events} a way is told how pages stand, and not what has happened. */
    MachineStation(
            Machine machine, PageSheets sheets, @Nullable PageEvents events, CommandDoor commands, Refusals refusals) {
        this.machine = machine;
        this.sheets = sheets;
        this.events = events;
        this.commands = commands;
        this.refusals = refusals;
    }

    @Override
    public String machine() {
        return machine.name();
    }

    @Override
    public List<Sheet> standing() {
        return sheets.standing();
    }

    @Override
    public String status(String word) {
        Instant now = machine.guard().time().instant();
        var status = new LinkedHashMap<String, Object>();
        status.put("machine", machine.name());
        status.put("state", word);
        status.put("at", now.toString());
        status.put("transfersRefusedBecause", machine.guard().state().means().missing());
        var checkpoint = new Checkpoint(machine.journal().head(), now, machine.name());
        status.put("checkpoint", machine.keys().sign(checkpoint));
        return Json.text(status);
    }

    @Override
    public List<Told> untold(int max) {
        return events == null ? List.of() : events.untold(max);
    }

    @Override
    public void told(Told last) {
        if (events != null) {
            events.told(last);
        }
    }

    @Override
    public CompletionStage<Optional<String>> command(String token) {
        return commands.take(token);
    }

    @Override
    public Optional<Neighbours> neighbours() {
        return machine.neighbours();
    }

    @Override
    public void refused(String kind, String detail) {
        refusals.note(kind, detail);
    }

    /** What a status tells of, and whom the machine tells of cards. */
    record Machine(
            String name, GuardRunner guard, Journal journal, ClearanceKeys keys, Optional<Neighbours> neighbours) {}
}
