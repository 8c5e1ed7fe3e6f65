package dev.kioskguard.web.front;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Language;
import dev.kioskguard.content.LocalCase;
import dev.kioskguard.content.Programme;
import dev.kioskguard.content.Told;
import dev.kioskguard.content.Told.OfCase;
import dev.kioskguard.content.Told.OfScam;
import dev.kioskguard.content.Told.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is shown where nobody has asked for anything: attract loop, lobby, LED signs. Nothing of it is personal.
 *
 * @param site id of the branch
 */
public record Displays(Wording wording, String site) {

    /** How many cards a loop has: more would not come round while somebody stands there. */
    public static final int CARDS_MAX = 12;

    /** How many of them tell what has happened near by. */
    private static final int CASES_MAX = 4;

    /** What does not fit into one loop has its turn in the next. */
    private static final Duration A_TURN = Duration.ofHours(1);

    /** Returns this with the pack of now. */
    public Displays now() {
        return new Displays(wording.now(), site);
    }

    /** Returns the cards of the attract loop, in order. */
    public List<Map<String, Object>> attract(Instant now, Language language) {
        return now().cards(Place.ATTRACT, now, language);
    }

    /** Returns the cards of a lobby display, in order. */
    public List<Map<String, Object>> lobby(Instant now, Language language) {
        return now().cards(Place.LOBBY, now, language);
    }

    /** Returns what an LED sign runs through, a line an item. */
    public String led(Instant now) {
        var lines = new StringBuilder();
        programme()
                .slogans(Place.LED, Programme.ANYBODY, now)
                .forEach(slogan -> lines.append(slogan.text().zh()).append('\n'));
        return lines.toString();
    }

    /** Returns the one line above a screen of a transfer; the same screen keeps its line. */
    public @Nullable String strip(String screenId, String group, Instant shown, Language language) {
        return programme()
                .slogan(Place.STRIP, group, shown, screenId.hashCode())
                .map(slogan -> slogan.text().in(language))
                .orElse(null);
    }

    /** Returns a local case ready to print, or null where the pack has none of that id. */
    public @Nullable Map<String, Object> localCase(@Nullable String id, Language language) {
        OfCase told = id == null ? null : told().cases().get(id);
        return told == null ? null : localCase(told, language);
    }

    private Map<String, Object> localCase(OfCase told, Language language) {
        var body = new LinkedHashMap<String, Object>();
        body.put("place", told.place().in(language));
        body.put("date", language.month(told.date()));
        body.put("trick", language.sentence(told.trick().in(language)));
        String lost = "%s %,d %s".formatted(term("case.loss", language), told.loss(), term("yuan", language));
        body.put("loss", language.sentence(lost));
        return body;
    }

    private List<Map<String, Object>> cards(Place place, Instant now, Language language) {
        var cards = new ArrayList<Map<String, Object>>();
        List<LocalCase> cases = turned(programme().cases(Programme.ANYBODY, now), CASES_MAX, now);
        turned(programme().slogans(place, Programme.ANYBODY, now), CARDS_MAX - cases.size(), now)
                .forEach(slogan -> cards.add(card(slogan.text().in(language), List.of(), null)));
        for (LocalCase near : cases) {
            OfCase told = told().cases().get(near.id());
            OfScam scam = told().scams().get(near.scam());
            if (told != null) {
                Map<String, Object> words = localCase(told, language);
                String title = words.get("place") + " " + words.get("date");
                cards.add(card(
                        title,
                        List.of(String.valueOf(words.get("trick")), String.valueOf(words.get("loss"))),
                        scam == null ? null : scam.sign()));
            }
        }
        return List.copyOf(cards);
    }

    /** Returns so many at most, others an hour later; hour after hour all of them have their turn. */
    private static <T> List<T> turned(List<T> all, int most, Instant now) {
        if (all.size() <= most) {
            return all;
        }
        var turned = new ArrayList<>(all);
        long turn = now.getEpochSecond() / A_TURN.toSeconds();
        Collections.rotate(turned, -Math.toIntExact(Math.floorMod(turn * most, (long) all.size())));
        return List.copyOf(turned.subList(0, most));
    }

    private String term(String id, Language language) {
        return wording.words().term(id).in(language);
    }

    private Programme programme() {
        ContentPack pack = wording.content().get();
        return new Programme(pack.words().told().slogans(), pack.script().cases(), site, wording.zone());
    }

    private Told told() {
        return wording.words().told();
    }

    private static Map<String, Object> card(String title, List<String> lines, @Nullable String sign) {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", title);
        body.put("lines", lines);
        if (sign != null) {
            body.put("sign", sign);
        }
        return body;
    }
}
