package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.web.front.Displays;
import dev.kioskguard.web.front.NoticeBook;
import dev.kioskguard.web.front.Receipts;
import dev.kioskguard.web.front.Wording;
import java.util.Map;

/** What tells the pack's words at this terminal, wherever they are read: screen, paper, lobby. */
record Tellers(Wording wording, Receipts receipts, NoticeBook notices, Displays displays) {

    static Tellers of(GuardSetup setup) {
        KioskConfig.Terminal terminal = setup.config().current().terminal();
        Map<String, String> branch = Map.of("branch", terminal.branchName(), "hotline", terminal.hotline());
        var wording = new Wording(setup.wording()::pack, terminal.zone(), branch);
        return new Tellers(wording, new Receipts(wording), new NoticeBook(), new Displays(wording, terminal.branch()));
    }
}
