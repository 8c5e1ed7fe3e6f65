package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Programme;
import dev.kioskguard.web.front.Displays;
import dev.kioskguard.web.front.NoticeBook;
import dev.kioskguard.web.front.Receipts;
import dev.kioskguard.web.front.Wording;
import java.util.Map;

/** What tells the pack's words at this terminal, wherever they are read: screen, paper, lobby. */
record Tellers(Wording wording, Receipts receipts, NoticeBook notices, Displays displays) {

    static Tellers of(GuardSetup setup) {
        KioskConfig.Terminal terminal = setup.config().current().terminal();
        ContentPack pack = setup.wording().pack();
        Map<String, String> branch = Map.of("branch", terminal.branchName(), "hotline", terminal.hotline());
        var wording = new Wording(pack.words(), pack.version(), terminal.zone(), branch);
        var programme =
                new Programme(pack.words().told().slogans(), pack.script().cases(), terminal.branch(), terminal.zone());
        return new Tellers(wording, new Receipts(wording), new NoticeBook(), new Displays(wording, programme));
    }
}
