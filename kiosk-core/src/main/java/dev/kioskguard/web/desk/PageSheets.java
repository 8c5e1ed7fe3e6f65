package dev.kioskguard.web.desk;

import dev.kioskguard.audit.Line;
import dev.kioskguard.content.Words;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.channel.Sheet;
import dev.kioskguard.web.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The pages as they are told outside of this machine: as the desk reads them, each with an id of the message. A message
 * that says the same has the same id, whenever it is sent, so that whoever has it knows it again.
 */
public final class PageSheets {

    private static final int MESSAGE_ID_LENGTH = 24;

    private final PageBoard board;
    private final PageView view;
    private final Predicate<Page> called;

    /** Makes the sheets of one way; {@code called} says which pages it is to have as they stand. */
    public PageSheets(PageBoard board, Supplier<Words> words, Predicate<Page> called) {
        this.board = board;
        this.called = called;
        this.view = new PageView(words);
    }

    /** Returns every page that is remembered and this way is to have, oldest first; one that is over has no text. */
    public List<Sheet> standing() {
        return board.book().all().stream().filter(called).map(this::sheet).toList();
    }

    private Sheet sheet(Page page) {
        if (page.isResolved()) {
            return new Sheet(page.id(), null);
        }
        var told = new LinkedHashMap<>(view.body(page));
        told.put("messageId", Line.hashOf(Json.text(told)).substring(0, MESSAGE_ID_LENGTH));
        return new Sheet(page.id(), Json.text(told));
    }
}
