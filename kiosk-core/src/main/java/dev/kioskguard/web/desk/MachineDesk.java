package dev.kioskguard.web.desk;

import dev.kioskguard.content.Words;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.staff.SignedIn;
import dev.kioskguard.web.front.Replies;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The desk of the machine that it stands beside. */
public final class MachineDesk implements PageDesk {

    private final Verdicts verdicts;
    private final PageBoard board;
    private final PageView view;

    public MachineDesk(Verdicts verdicts, PageBoard board, Supplier<Words> words) {
        this.verdicts = verdicts;
        this.board = board;
        this.view = new PageView(words);
    }

    @Override
    public List<Map<String, Object>> pages() {
        return view.all(board.book().all());
    }

    /** Returns a page as it is read. */
    public Map<String, Object> body(Page page) {
        return view.body(page);
    }

    @Override
    public CompletionStage<Map<String, Object>> say(String page, Happening happening, SignedIn who) {
        return verdicts.say(board.known(page), happening, who.staff().id())
                .thenApply(Replies::taken)
                .thenApply(done -> view.body(board.known(page)));
    }

    @Override
    public CompletionStage<Map<String, Object>> decide(String page, StaffWord word, SignedIn who) {
        return verdicts.decide(who.session(), board.known(page), word)
                .thenApply(Replies::taken)
                .thenApply(taken -> Verdicts.body(word, taken));
    }
}
