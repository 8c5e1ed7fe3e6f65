package dev.kioskguard.web.desk.after;

import dev.kioskguard.content.Text;
import dev.kioskguard.content.Words;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.http.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a person who calls the police has to say of a page of this machine. A person calls; the machine never does. It
 * names the payee masked, and no card.
 */
public final class Packets {

    /** The police, whom everybody may call. */
    static final String POLICE = "110";

    private final Supplier<Words> words;
    private final Site site;

    public Packets(Supplier<Words> words, Site site) {
        this.words = words;
        this.site = site;
    }

    /**
     * Returns it.
     *
     * @throws dev.kioskguard.web.http.ProblemException 409 before the last level
     */
    Map<String, Object> of(Page page) {
        if (page.level() < Page.LEVEL_LAST) {
            throw Problem.conflict(
                            "not-yet-level-3",
                            "this page has not come to the last level; escalate it once the head of the branch has tried")
                    .asException();
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("page", page.id());
        body.put("call", List.of(POLICE, site.hotline()));
        body.put("place", site.place());
        body.put("machine", page.machine());
        body.put("raisedAt", page.raisedAt().toString());
        body.put(
                "reasons",
                page.reasons().stream()
                        .map(code -> both(words.get().reason(code)))
                        .toList());
        body.put("ask", both(words.get().term("desk.talk.caller")));
        body.put("reference", page.transferId());
        body.putAll(site.transfer().apply(page.transferId()));
        return body;
    }

    private static Map<String, String> both(Text text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }

    /**
     * Where it is, and what is known of a transfer there.
     *
     * @param place the branch by its name
     * @param transfer masked: {@code payee, account, amount, currency}, as far as they are known
     */
    public record Site(String place, String hotline, Function<String, Map<String, String>> transfer) {}
}
