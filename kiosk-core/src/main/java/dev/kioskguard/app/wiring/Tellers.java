package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.web.front.Displays;
import dev.kioskguard.web.front.NoticeBook;
import dev.kioskguard.web.front.Receipts;
import dev.kioskguard.web.front.Wording;
import java.util.Map;
import java.util.function.Supplier;

/** What tells the pack's words at this terminal, wherever they are read: screen, paper, lobby. */
public record Tellers(Wording wording, Receipts receipts, NoticeBook notices, Displays displays) {

    static Tellers of(GuardSetup setup) {
        return of(setup.config().current().terminal(), setup.wording()::pack);
    }

    /** Returns what tells the words of a pack at a terminal, with nothing told yet. */
    public static Tellers of(KioskConfig.Terminal terminal, Supplier<ContentPack> pack) {
        Map<String, String> branch = Map.of("branch", terminal.branchName(), "hotline", terminal.hotline());
        var wording = new Wording(pack, terminal.zone(), branch);
        return new Tellers(wording, new Receipts(wording), new NoticeBook(), new Displays(wording, terminal.branch()));
    }
}
