package dev.kioskguard.sim.browser;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Language;
import dev.kioskguard.content.ScreenText;
import dev.kioskguard.content.Text;
import dev.kioskguard.content.Words;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.sim.measure.page.MadeUp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** States of the screen made from the words that ship, each under a screen id of its own. */
final class Screens {

    static final ContentPack PACK = ContentPacks.read(Path.of("../config/content"));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> KEYS = List.of(
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "fdk01", "fdk02", "fdk03", "fdk04", "fdk05", "fdk06",
            "fdk07", "clear");
    private static final List<String> SURNAMES = List.of("王", "欧阳", "李", "张", "刘", "陈");
    private static final Set<String> OF_DEPOSITS = Set.of("confirm", "stop");
    static final Map<String, String> RAIL_KEYS =
            Map.of("stop", "cancel", "help", "fdk08", "pause", "fdk07", "repeat", "fdk06", "slower", "fdk05");

    /** In the order of the pack: what is honest first. */
    private static final List<String> PURPOSES = Stream.concat(
                    PACK.script().purposes().stream(), PACK.script().baits().stream())
            .toList();

    /** What the law wants in Chinese beside any other language, as the guard sends it. */
    private static final List<String> ALSO_IN_CHINESE =
            List.of("warning", "hang-up", "reminder", "confirm", "confirm-again");

    private Screens() {}

    /** Every text that stands on the screen; receipts are printed. */
    static List<String> ids() {
        return PACK.words().screens().stream()
                .filter(id -> !id.startsWith("receipt."))
                .sorted()
                .toList();
    }

    /** The kind under which a text of the pack is shown: what stands before its first dot, but for a bait's end. */
    static String kindOf(String textId) {
        String first = textId.split("\\.", 2)[0];
        return first.equals("stop") ? "result" : first;
    }

    /** Returns a screen as whoever is served in no special way sees it. */
    static ObjectNode of(String textId, Language language) {
        return of(textId, language, "ordinary");
    }

    static ObjectNode of(String textId, Language language, String mode) {
        String kind = kindOf(textId);
        ObjectNode state = JSON.createObjectNode()
                .put("screenId", textId + "-" + language.tag() + "-" + NUMBER.incrementAndGet())
                .put("kind", kind)
                .put("mode", mode)
                .put("transferId", "t-1")
                .put("tier", kind.equals("held") ? "red" : kind.startsWith("confirm") ? "green" : "yellow")
                .put("language", language.tag())
                .put("readyInMs", 0)
                .putNull("expiresAt");
        ScreenText usual = PACK.words().screen(textId);
        boolean isFew = isPlain(state) || (mode.equals("elder") && kind.equals("warning"));
        ScreenText text = isFew ? usual.inFewWords() : usual;
        state.put("title", text.title().in(language));
        ArrayNode body = state.putArray("body");
        if (language != Language.ZH && ALSO_IN_CHINESE.contains(kind)) {
            text.body().forEach(line -> body.add(filled(line, Language.ZH)));
        }
        text.body().forEach(line -> body.add(filled(line, language)));
        if (text.voice() != null) {
            state.putObject("voice").put("clip", text.voice()).put("state", "play");
        }
        furnish(state, textId, language);
        return state;
    }

    private static void furnish(ObjectNode state, String textId, Language language) {
        state.putArray("choices");
        switch (kindOf(textId)) {
            case "ask-purpose" -> offer(state, language, PURPOSES, "repeat");
            case "ask" -> offer(state, language, question(textId), "repeat", "slower");
            // From yellow on a warning is answered in its own words.
            case "warning" -> offer(state, language, List.of("not-happening"), "pause", "repeat", "slower");
            case "reminder" -> offer(state, language, List.of("understood"), "pause", "repeat", "slower");
            case "hang-up" -> offer(state, language, List.of(), "repeat", "slower");
            case "confirm" -> {
                confirmFields(state);
                offer(state, language, List.of("confirm", "wrong"), "pause", "repeat", "slower");
            }
            case "confirm-again" -> {
                confirmFields(state);
                again(state, textId.replaceAll("^[^.]*\\.|\\.deposit$", ""), language);
                offer(state, language, List.of(), "pause", "repeat", "slower");
            }
            case "comprehension" -> {
                statements(state, language);
                offer(state, language, List.of(), "pause", "repeat", "slower");
            }
            default -> furnishAside(state, textId, language);
        }
    }

    /** What stands on a screen that carries no transfer on. */
    private static void furnishAside(ObjectNode state, String textId, Language language) {
        switch (kindOf(textId)) {
            case "held" -> {
                state.put("code", "4713");
                List<String> back = textId.equals("held.asked") ? List.of("go-back") : List.of();
                offer(state, language, back, "repeat", "slower");
            }
            case "paused" -> {
                state.put("code", "4713");
                offer(state, language, List.of(), "repeat");
            }
            case "result" -> {
                boolean went = textId.startsWith("result.cleared.");
                if (!textId.equals("result.cheated")) {
                    state.put("outcome", went ? "accepted" : "not-made");
                }
                done(state, "7", went ? "3" : null, language);
            }
            case "notice" -> done(state, "fdk07", textId.equals("notice.pending") ? "fdk03" : null, language);
            default -> {}
        }
    }

    /** The surname is picked out of six; the rest is typed. */
    private static void again(ObjectNode state, String form, Language language) {
        if (form.equals("surname")) {
            for (int i = 0; i < SURNAMES.size(); i++) {
                choice(state, "surname-" + KEYS.get(i), SURNAMES.get(i), KEYS.get(i));
            }
        } else {
            String label = PACK.words().term("typed." + form).in(language);
            state.putObject("typed").put("label", label).put("form", form);
        }
    }

    private static void done(ObjectNode state, String key, @Nullable String cheated, Language language) {
        choice(state, "done", PACK.words().choice("done").in(language), key);
        if (cheated != null) {
            choice(state, "cheated", PACK.words().choice("cheated").in(language), cheated);
        }
        choice(state, "repeat", PACK.words().choice("repeat").in(language), RAIL_KEYS.get("repeat"));
    }

    private static String filled(Text text, Language language) {
        return PACK.words().fill(text.in(language), MadeUp.facts(PACK.words(), language));
    }

    private static List<String> question(String textId) {
        String id = textId.substring("ask.".length());
        return id.startsWith("scam.")
                ? List.of("yes", "no")
                : PACK.script().question(id).choices();
    }

    private static void confirmFields(ObjectNode state) {
        Map<String, String> facts = MadeUp.facts(PACK.words(), Language.ZH);
        ObjectNode fields = state.putObject("fields");
        List.of("payee", "account", "amount", "when").forEach(name -> fields.put(name, facts.get(name)));
    }

    private static void statements(ObjectNode state, Language language) {
        List<String> ids = List.of("comprehension.false-back", "comprehension.true", "comprehension.false-mine");
        for (int i = 0; i < ids.size(); i++) {
            String textId = isPlain(state) ? ids.get(i) + Words.PLAIN : ids.get(i);
            choice(state, "s" + i, filled(PACK.words().choice(textId), language), KEYS.get(i))
                    .put("picture", ids.get(i));
        }
    }

    private static void offer(ObjectNode state, Language language, List<String> answers, String... rail) {
        for (int i = 0; i < answers.size(); i++) {
            choice(state, answers.get(i), worded(state, answers.get(i), language), KEYS.get(i));
        }
        Stream.concat(Stream.of("stop", "help"), Stream.of(rail))
                .forEach(id -> choice(state, id, worded(state, id, language), railKey(state, id)));
    }

    /** Eighteen purposes leave one key for hearing it again. */
    private static @Nullable String railKey(ObjectNode state, String id) {
        boolean purposes = state.path("kind").asString().equals("ask-purpose");
        return purposes && id.equals("repeat") ? "enter" : RAIL_KEYS.get(id);
    }

    private static boolean isPlain(ObjectNode state) {
        return state.path("mode").asString().equals("plain");
    }

    /** What is put in is a deposit, in the answers too, and some answers are worded for what is asked. */
    private static String worded(ObjectNode state, String id, Language language) {
        String screenId = state.path("screenId").asString();
        boolean deposit = screenId.contains(".deposit-") && OF_DEPOSITS.contains(id);
        String words = screenId.startsWith("reminder.true") && id.equals("understood")
                ? "understood.checked"
                : screenId.startsWith("ask.contact-now") && id.equals("other") ? "other.in-touch" : id;
        return PACK.words().choice(deposit ? id + ".deposit" : words).in(language);
    }

    private static ObjectNode choice(ObjectNode state, String id, String text, @Nullable String key) {
        return state.withArray("choices")
                .addObject()
                .put("id", id)
                .put("text", text)
                .put("key", key);
    }
}
