package dev.kioskguard.app.wiring;

import dev.kioskguard.app.channel.CommandDeeds;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.Verdicts;
import dev.kioskguard.web.desk.after.CloseOuts;
import dev.kioskguard.web.desk.after.MachineAfter;
import dev.kioskguard.web.desk.after.Overview;
import dev.kioskguard.web.desk.after.Packets;
import dev.kioskguard.web.desk.log.DeskLog;
import dev.kioskguard.web.front.Receipts;
import java.util.Map;
import java.util.stream.Stream;

/** What staff do at this machine, at whichever desk they sit, and where it is written. */
record StaffDeeds(DeskLog log, Verdicts verdicts, MachineAfter after) {

    static StaffDeeds of(GuardSetup setup, GuardRunner guard, PageBoard board, Journal journal, Receipts receipts) {
        KioskConfig.Terminal terminal = setup.config().current().terminal();
        var log = new DeskLog(journal);
        var verdicts = new Verdicts(guard, board, log);
        var site = new Packets.Site(terminal.branchName(), terminal.hotline(), id -> transfer(id, guard, receipts));
        var after = new MachineAfter(
                board,
                verdicts,
                new CloseOuts(guard, board, log, setup.wording()::pack),
                new Packets(() -> setup.wording().pack().words(), site),
                new Overview(log, guard.time(), terminal.zone()));
        return new StaffDeeds(log, verdicts, after);
    }

    /** What may be told of a transfer: of one that is under way by itself, of one that has ended by its receipt. */
    private static Map<String, String> transfer(String id, GuardRunner guard, Receipts receipts) {
        return Stream.concat(Stream.ofNullable(guard.state().open()), guard.state().paused().values().stream())
                .filter(open -> open.transferId().equals(id))
                .findFirst()
                .map(Receipts::masked)
                .orElseGet(() -> receipts.facts(id));
    }

    /** Returns the same for desks elsewhere. */
    CommandDeeds commands(PageBoard board) {
        return new CommandDeeds(board, verdicts, after);
    }
}
