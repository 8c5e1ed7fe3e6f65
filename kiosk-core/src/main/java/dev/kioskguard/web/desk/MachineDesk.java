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
import java.util.function.Function;
import java.util.function.Supplier;

/** The desk of the machine that it stands beside. */
public final class MachineDesk implements PageDesk {

    private final Verdicts verdicts;
    private final PageBoard board;
    private final PageView view;
    private final Function<String, Map<String, String>> ways;

    /** Makes a desk; {@code ways} are how far a page has come on other ways, by their words. */
    public MachineDesk(
            Verdicts verdicts, PageBoard board, Supplier<Words> words, Function<String, Map<String, String>> ways) {
        this.verdicts = verdicts;
        this.board = board;
        this.view = new PageView(words);
        this.ways = ways;
    }

    @Override
    public List<Map<String, Object>> pages() {
        return board.book().all().stream().map(this::body).toList();
    }

    /** Returns a page as it is read. */
    public Map<String, Object> body(Page page) {
        Map<String, Object> body = view.body(page);
        Map<String, String> other = ways.apply(page.id());
        if (!other.isEmpty()) {
            body.put("ways", other);
        }
        return body;
    }

    @Override
    public CompletionStage<Map<String, Object>> say(String page, Happening happening, SignedIn who) {
        return verdicts.say(board.known(page), happening, who.staff().id())
                .thenApply(Replies::taken)
                .thenApply(done -> body(board.known(page)));
    }

    @Override
    public CompletionStage<Map<String, Object>> decide(String page, StaffWord word, SignedIn who) {
        return verdicts.decide(who.session(), board.known(page), word)
                .thenApply(Replies::taken)
                .thenApply(taken -> Verdicts.body(word, taken));
    }
}
