package dev.kioskguard.web.desk;

import dev.kioskguard.audit.Letter;
import dev.kioskguard.audit.RecordJson;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.PageBook;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Pages as letters beside the journal, so that one that was raised is there after a restart. */
final class PageMail {

    private static final Logger LOG = LoggerFactory.getLogger(PageMail.class);

    private PageMail() {}

    /** Returns what has to be written so that a restart finds {@code next} where {@code before} was written. */
    static List<Letter> letters(PageBook next, PageBook before) {
        var letters = new ArrayList<Letter>();
        next.forgottenSince(before).forEach(id -> letters.add(new Letter(id, null)));
        next.since(before)
                .forEach(page -> letters.add(new Letter(page.id(), RecordJson.MAPPER.writeValueAsString(page))));
        return letters;
    }

    /** Reads pages back; one of another version's form is left to the journal, which tells of it. */
    static List<Page> pages(List<Letter> letters) {
        var pages = new ArrayList<Page>();
        for (Letter letter : letters) {
            if (!letter.id().startsWith(Page.idFor(""))) {
                continue; // not a page, but what neighbours are told
            }
            try {
                pages.add(RecordJson.MAPPER.readValue(letter.text(), Page.class));
            } catch (JacksonException otherForm) {
                LOG.warn("the page {} was written by another version and is not shown", letter.id());
            }
        }
        return pages;
    }
}
