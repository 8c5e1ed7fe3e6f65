package dev.kioskguard.web.screen;

import dev.kioskguard.content.Language;
import dev.kioskguard.content.ScreenText;
import dev.kioskguard.content.Text;
import dev.kioskguard.content.Words;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Layout;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The screen in words: what the page draws, and what anyone at the other end of the contract reads. */
public final class ScreenView {

    /** Where money is at stake the words stand in Chinese too, whatever the customer's language (notice 261). */
    private static final Set<Kind> ALSO_IN_CHINESE = EnumSet.of(Kind.WARNING, Kind.CONFIRM, Kind.CONFIRM_AGAIN);

    private static final Set<Kind> WITH_FACTS = EnumSet.of(Kind.CONFIRM, Kind.CONFIRM_AGAIN);

    private final Words words;
    private final ZoneId zone;
    private final Map<String, String> branch;

    /** Makes a view; {@code branch} has the terminal's own facts: its branch's name and its hotline. */
    public ScreenView(Words words, ZoneId zone, String branchName, String hotline) {
        this.words = words;
        this.zone = zone;
        this.branch = Map.of("branch", branchName, "hotline", hotline);
    }

    /** Returns the body of {@code GET /screen/state}; {@code wallMs} tells how long an answer has still to wait. */
    public Map<String, Object> body(Screen screen, GuardState state, String idleLanguage, long wallMs) {
        Case open = state.open();
        boolean ours =
                open != null && open.screen() != null && open.screen().id().equals(screen.id());
        Language language = Language.of(ours && open != null ? open.named().language() : idleLanguage);
        var body = new LinkedHashMap<String, Object>();
        body.put("screenId", screen.id());
        body.put("kind", screen.kind().word());
        put(body, "question", screen.question());
        put(body, "topic", screen.topic());
        body.put("transferId", ours && open != null ? open.transferId() : null);
        body.put("tier", ours && open != null ? open.judgement().tier().word() : "green");
        body.put("language", language.tag());
        words(body, screen, language, state.lastKey().typed());
        body.put("voice", voice(screen, open));
        put(body, "code", screen.code());
        Layout layout = screen.look().layout();
        put(body, "layout", layout == null ? null : layout.word());
        body.put("mode", screen.look().manner().word());
        body.put("extensions", Limits.EXTENSIONS_MAX - screen.times().extended());
        body.put("readyInMs", wallMs);
        body.put(
                "expiresAt",
                screen.times().expires().equals(Instant.MAX)
                        ? null
                        : screen.times().expires().toString());
        return body;
    }

    private void words(Map<String, Object> body, Screen screen, Language language, String keyed) {
        ScreenText text = words.screen(screen.textId());
        Map<String, String> facts = new HashMap<>(screen.arguments());
        facts.putAll(branch);
        Map<String, String> spelled = words.spelled(facts, language, zone);
        Map<String, String> chinese = words.spelled(facts, Language.ZH, zone);
        body.put("title", words.fill(text.title().in(language), spelled));
        List<String> lines = new ArrayList<>();
        if (language != Language.ZH && ALSO_IN_CHINESE.contains(screen.kind())) {
            text.body().forEach(line -> lines.add(words.fill(line.zh(), chinese)));
        }
        text.body().forEach(line -> lines.add(words.fill(line.in(language), spelled)));
        body.put("body", lines);
        body.put(
                "choices",
                screen.choices().stream()
                        .map(choice -> choice(choice, language, spelled))
                        .toList());
        if (screen.typed() != null) {
            String label = words.term("typed." + screen.typed().word()).in(language);
            body.put("typed", Map.of("label", label, "form", screen.typed().word(), "keyed", keyed));
        }
        if (WITH_FACTS.contains(screen.kind())) {
            body.put("fields", fields(chinese));
        }
    }

    private Map<String, Object> choice(Screen.Choice choice, Language language, Map<String, String> spelled) {
        String literal = choice.literal();
        Text text = literal == null ? words.choice(choice.textId()) : new Text(literal, literal);
        var body = new LinkedHashMap<String, Object>();
        body.put("id", choice.id());
        body.put("text", literal == null ? words.fill(text.in(language), spelled) : literal);
        body.put("key", choice.key().word());
        return body;
    }

    private static Map<String, Object> fields(Map<String, String> chinese) {
        var body = new LinkedHashMap<String, Object>();
        for (String name : List.of("payee", "account", "amount", "when")) {
            put(body, name, chinese.get(name));
        }
        return body;
    }

    private Map<String, Object> voice(Screen screen, @Nullable Case open) {
        String clip = words.screen(screen.textId()).voice();
        var body = new LinkedHashMap<String, Object>();
        body.put("clip", clip);
        boolean heard = open != null
                && screen.kind() == Kind.WARNING
                && open.proof().warned().contains(Channel.VOICE);
        body.put(
                "state",
                clip == null ? "none" : heard ? "ended" : screen.times().slow() ? "slower" : "playing");
        return body;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
