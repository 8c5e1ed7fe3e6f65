package dev.kioskguard.web.screen;

import dev.kioskguard.content.Language;
import dev.kioskguard.content.ScreenText;
import dev.kioskguard.content.Text;
import dev.kioskguard.content.Words;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.web.front.Receipts;
import dev.kioskguard.web.front.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a screen says and what may be answered, in words. */
public final class ScreenWords {

    /** What warns and what moves money stands in Chinese too, whatever the customer's language (notice 261). */
    private static final Set<Kind> ALSO_IN_CHINESE =
            EnumSet.of(Kind.WARNING, Kind.HANG_UP, Kind.REMINDER, Kind.CONFIRM, Kind.CONFIRM_AGAIN);

    private static final Set<Kind> WITH_FACTS = EnumSet.of(Kind.CONFIRM, Kind.CONFIRM_AGAIN);

    private final Wording wording;
    private final Receipts receipts;
    private final boolean camera;
    private final SecondVoice second;

    /** Makes words that are spoken in Mandarin alone. */
    public ScreenWords(Wording wording, Receipts receipts, boolean camera) {
        this(wording, receipts, camera, SecondVoice.NONE);
    }

    /**
     * Makes the words.
     *
     * @param receipts remember what a transfer of before was about
     * @param camera whether there is a camera to tell of
     */
    public ScreenWords(Wording wording, Receipts receipts, boolean camera, SecondVoice second) {
        this.second = second;
        this.wording = wording;
        this.receipts = receipts;
        this.camera = camera;
    }

    /** Returns the clip that says a screen aloud; null where it is silent. */
    @Nullable
    String clip(Screen screen) {
        return words().screen(screen.textId()).voice();
    }

    /** Returns all that is said of a screen, clip by clip, its own first, and then what a second voice says of it. */
    List<String> spoken(Screen screen, @Nullable Case open) {
        List<String> mandarin = Speech.of(clip(screen), screen, open, words());
        var all = new ArrayList<>(mandarin);
        all.addAll(second.after(mandarin));
        return all;
    }

    void put(Map<String, Object> body, Screen screen, GuardState state, Language language) {
        if (screen.kind() == Kind.NOTICE) {
            Wording.Told told = wording.told(text(screen), beside(screen, state.notice()), language);
            body.put("title", told.title());
            body.put("body", told.lines());
        } else {
            lines(body, screen, state.open(), language);
        }
        Map<String, String> spelled = wording.facts(screen.arguments(), language);
        body.put(
                "choices",
                screen.choices().stream()
                        .map(choice -> choice(choice, screen, language, spelled))
                        .toList());
        if (screen.typed() != null) {
            String label = words().term("typed." + screen.typed().word()).in(language);
            body.put(
                    "typed",
                    Map.of(
                            "label", label,
                            "form", screen.typed().word(),
                            "keyed", state.lastKey().typed()));
        }
        if (WITH_FACTS.contains(screen.kind())) {
            body.put("fields", fields(wording.facts(screen.arguments(), Language.ZH)));
        }
    }

    private void lines(Map<String, Object> body, Screen screen, @Nullable Case open, Language language) {
        ScreenText text = text(screen);
        List<Text> said = new ArrayList<>(text.body());
        if (screen.kind() == Kind.WARNING && open != null) {
            said.add(statement(open.request().kind().word(), isPlain(screen)));
        }
        Map<String, String> spelled = wording.facts(screen.arguments(), language);
        Map<String, String> chinese = wording.facts(screen.arguments(), Language.ZH);
        body.put("title", words().fill(text.title().in(language), spelled));
        List<String> lines = new ArrayList<>();
        if (language != Language.ZH && ALSO_IN_CHINESE.contains(screen.kind())) {
            said.forEach(line -> lines.add(words().fill(line.zh(), chinese)));
        }
        said.forEach(line -> lines.add(words().fill(line.in(language), spelled)));
        if (camera && screen.look().camera()) {
            lines.add(cameraNotice(language));
        }
        body.put("body", lines);
    }

    /** One paragraph, so that it stands beside whatever else the screen has to say. */
    private String cameraNotice(Language language) {
        ScreenText notice = words().screen("notice.camera");
        boolean chinese = language == Language.ZH;
        return notice.title().in(language)
                + (chinese ? "。" : ". ")
                + notice.body().stream().map(line -> line.in(language)).collect(Collectors.joining(chinese ? "" : " "));
    }

    /** A notice about a transfer of before says what is still known of it. */
    private Map<String, String> beside(Screen screen, @Nullable Notice notice) {
        var facts = new HashMap<>(notice == null ? Map.<String, String>of() : receipts.facts(notice.about()));
        facts.putAll(screen.arguments());
        return facts;
    }

    private ScreenText text(Screen screen) {
        ScreenText text = words().screen(screen.textId());
        return isPlain(screen) || isLargeWarning(screen) ? text.inFewWords() : text;
    }

    /** What the customer is about to do; a pack that has no form in few words says it in its usual ones. */
    private Text statement(String request, boolean inFewWords) {
        String usual = "statement." + request;
        String few = usual + Words.PLAIN;
        return words().term(inFewWords && words().terms().contains(few) ? few : usual);
    }

    /** A warning that an elder reads at a glance: larger, and so fewer words; the voice says all of them. */
    private static boolean isLargeWarning(Screen screen) {
        return screen.look().manner() == Manner.ELDER && screen.kind() == Kind.WARNING;
    }

    private static boolean isPlain(Screen screen) {
        return screen.look().manner() == Manner.PLAIN;
    }

    private Map<String, Object> choice(
            Screen.Choice choice, Screen screen, Language language, Map<String, String> spelled) {
        String literal = choice.literal();
        String textId = isPlain(screen) ? choice.textId() + Words.PLAIN : choice.textId();
        Text text = literal == null ? words().choice(textId) : new Text(literal, literal);
        var body = new LinkedHashMap<String, Object>();
        body.put("id", choice.id());
        body.put("text", literal == null ? words().fill(text.in(language), spelled) : literal);
        body.put("key", choice.key().word());
        if (isPlain(screen) && screen.kind() == Kind.COMPREHENSION) {
            // The ids of sentences say nothing, so that the page could not tell which pictogram is whose.
            body.put("picture", choice.textId());
        }
        return body;
    }

    private static Map<String, Object> fields(Map<String, String> chinese) {
        var body = new LinkedHashMap<String, Object>();
        for (String name : List.of("payee", "account", "amount", "when")) {
            ScreenView.put(body, name, chinese.get(name));
        }
        return body;
    }

    private Words words() {
        return wording.words();
    }
}
