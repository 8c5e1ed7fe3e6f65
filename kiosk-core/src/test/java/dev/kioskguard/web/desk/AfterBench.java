package dev.kioskguard.web.desk;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.web.desk.after.CloseOuts;
import dev.kioskguard.web.desk.after.MachineAfter;
import dev.kioskguard.web.desk.after.Overview;
import dev.kioskguard.web.desk.after.Packets;
import dev.kioskguard.web.desk.log.DeskLog;
import dev.kioskguard.web.front.Receipts;
import java.time.ZoneId;
import java.util.Objects;

/** What is left to do at the machine of a {@link DeskBench}. */
final class AfterBench {

    private AfterBench() {}

    static MachineAfter of(GuardRunner guard, PageBoard board, DeskLog log, Verdicts verdicts, ContentPack pack) {
        var site = new Packets.Site(
                "示范支行",
                "96110",
                id -> Receipts.masked(Objects.requireNonNull(guard.state().open())));
        return new MachineAfter(
                board,
                verdicts,
                new CloseOuts(guard, board, log, () -> pack),
                new Packets(pack::words, site),
                new Overview(log, guard.time(), ZoneId.of("Asia/Shanghai")));
    }
}
