package dev.kioskguard.web.desk;

import dev.kioskguard.content.Text;
import dev.kioskguard.content.Told;
import dev.kioskguard.content.Words;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.risk.EarlierStop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A page as the desk reads it: codes with their words in both languages. */
final class PageView {

    /** Before the id of a kind of fraud, in a script: what may be said of that kind. */
    static final String SCAM = "scam.";

    /** The reason that an earlier stop of the same card is. */
    private static final String REMEMBERED_STOP = "remembered-stop";

    private final Supplier<Words> words;

    PageView(Supplier<Words> words) {
        this.words = words;
    }

    List<Map<String, Object>> all(Iterable<Page> pages) {
        var all = new ArrayList<Map<String, Object>>();
        pages.forEach(page -> all.add(body(page)));
        return all;
    }

    Map<String, Object> body(Page page) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", page.id());
        body.put("machine", page.machine());
        body.put("level", page.level());
        body.put("calls", calls(page));
        body.put("tier", page.tier());
        body.put(
                "reasons",
                page.reasons().stream().map(code -> reason(code, page)).toList());
        body.put(
                "script",
                page.script().stream().flatMap(this::line).map(PageView::both).toList());
        body.put("raisedAt", page.raisedAt().toString());
        body.put("deadline", page.deadline().toString());
        body.put("state", page.state().word());
        body.put("transferId", page.transferId());
        return body;
    }

    /** Another pack than the one the page was raised with may not know its kind of fraud. */
    private Stream<Text> line(String id) {
        return id.startsWith(SCAM)
                ? Stream.ofNullable(words.get().told().scams().get(id.substring(SCAM.length())))
                        .map(Told.OfScam::talk)
                : Stream.of(words.get().term(id));
    }

    /** Whoever was called first stays called. */
    private static List<String> calls(Page page) {
        return IntStream.rangeClosed(Page.LEVEL_FIRST, page.level())
                .mapToObj(level -> Rota.called(level).word())
                .toList();
    }

    /** A reason that was seen says since when, how surely, and by what; an earlier stop, where and when it was. */
    private Map<String, Object> reason(String code, Page page) {
        var body = new LinkedHashMap<String, Object>(worded(code));
        page.signs().stream()
                .filter(sign -> sign.signal().reason().equals(code))
                .findFirst()
                .ifPresent(sign -> {
                    body.put("since", sign.since().toString());
                    body.put("strength", sign.strength());
                    // A pack of before may have no words for it; the reason itself it has.
                    body.put(
                            "because",
                            sign.reasons().stream()
                                    .filter(words.get().reasons()::contains)
                                    .map(this::worded)
                                    .toList());
                });
        EarlierStop earlier = page.earlierStop();
        if (earlier != null && code.equals(REMEMBERED_STOP)) {
            body.put(
                    "stopped",
                    Map.of("machine", earlier.machine(), "at", earlier.at().toString()));
        }
        return body;
    }

    private Map<String, String> worded(String code) {
        Text text = words.get().reason(code);
        return Map.of("code", code, "zh", text.zh(), "en", text.en());
    }

    private static Map<String, String> both(Text text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }
}
