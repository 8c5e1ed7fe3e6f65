package dev.kioskguard.content;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts of a pack by their ids. Immutable, safe to share between threads. */
public final class Words {

    /** Behind the id of a text that is about cash paid in; where the pack has none, the transfer's own serves. */
    public static final String DEPOSIT = ".deposit";

    /** Behind the id of a choice that is worded for whoever reads little; where there is none, the usual one serves. */
    public static final String PLAIN = ".plain";

    /** The clip that says which keys type, send and clear. */
    public static final String HOW_TO_TYPE = "say.typed";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern NO_FEN = Pattern.compile("\\.0+$");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    private final Map<String, ScreenText> screens;
    private final Map<String, Text> choices;
    private final Map<String, Text> reasons;
    private final Map<String, Text> terms;
    private final Told told;

    public Words(
            Map<String, ScreenText> screens,
            Map<String, Text> choices,
            Map<String, Text> reasons,
            Map<String, Text> terms,
            Told told) {
        this.screens = Map.copyOf(screens);
        this.choices = Map.copyOf(choices);
        this.reasons = Map.copyOf(reasons);
        this.terms = Map.copyOf(terms);
        this.told = told;
    }

    /**
     * Returns the words of a screen.
     *
     * @throws IllegalArgumentException naming the id, when the pack has no such screen
     */
    public ScreenText screen(String textId) {
        return of(screens, "screen", textId);
    }

    /**
     * Returns the words on a button. For {@code ID.VARIANT}, where the pack has no such choice, those of {@code ID}.
     *
     * @throws IllegalArgumentException naming the id, when the pack has no such choice
     */
    public Text choice(String choiceId) {
        int variant = choiceId.lastIndexOf('.');
        boolean usual = variant > 0 && !choices.containsKey(choiceId);
        return of(choices, "choice", usual ? choiceId.substring(0, variant) : choiceId);
    }

    /**
     * Returns why a transfer ended or a tier was raised, in words for the customer and the lobby manager.
     *
     * @throws IllegalArgumentException naming the code, when the pack has no such reason
     */
    public Text reason(String code) {
        return of(reasons, "reason", code);
    }

    /**
     * Returns a short term that goes into another text, such as {@code delay.real-time} for the placeholder
     * {@code {when}}.
     *
     * @throws IllegalArgumentException naming the id, when the pack has no such term
     */
    public Text term(String id) {
        return of(terms, "term", id);
    }

    /** What the pack tells beside the screens of a transfer. */
    public Told told() {
        return told;
    }

    public Set<String> screens() {
        return screens.keySet();
    }

    public Set<String> choices() {
        return choices.keySet();
    }

    public Set<String> reasons() {
        return reasons.keySet();
    }

    public Set<String> terms() {
        return terms.keySet();
    }

    /** The names of the clips that the screens speak. */
    public Set<String> clips() {
        return screens.values().stream()
                .map(ScreenText::voice)
                .filter(clip -> clip != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Puts the arguments into the placeholders of a template. Arguments that the template does not use are ignored, and
     * a brace inside an argument stays what it is. Between two Chinese characters no space is left.
     *
     * @throws IllegalArgumentException naming the placeholder that has no argument
     */
    public String fill(String template, Map<String, String> arguments) {
        String filled =
                PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(argument(match, arguments)));
        return BETWEEN_HAN.matcher(filled).replaceAll("");
    }

    /**
     * Spells facts as the templates want them: an {@code amount} with its {@code currency}, {@code when} from the delay
     * {@code mode}, the instant {@code until} as a local time, and a {@code reason} code as its words. All other facts
     * stay as they are; none is required.
     *
     * @param facts by name; instants in RFC 3339
     * @param zone of the terminal
     * @throws IllegalArgumentException naming the mode or reason that the pack does not know
     */
    public Map<String, String> spelled(Map<String, String> facts, Language language, ZoneId zone) {
        Map<String, String> spelled = new HashMap<>(facts);
        spelled.computeIfPresent("amount", (name, amount) -> money(amount, facts.get("currency"), language));
        spelled.computeIfPresent(
                "until", (name, until) -> language.minute(Instant.parse(until).atZone(zone)));
        spelled.computeIfPresent("reason", (name, code) -> reason(code).in(language));
        String mode = facts.get("mode");
        if (mode != null) {
            spelled.put("when", term("delay." + mode).in(language));
        }
        return Map.copyOf(spelled);
    }

    /** Whole yuan stand without decimals everywhere: they are read faster, and no point can be overlooked. */
    private String money(String amount, @Nullable String currency, Language language) {
        if (currency == null) {
            return amount;
        }
        return currency.equals("CNY")
                ? NO_FEN.matcher(amount).replaceAll("") + " " + term("yuan").in(language)
                : currency + " " + amount;
    }

    private static String argument(MatchResult match, Map<String, String> arguments) {
        String argument = arguments.get(match.group(1));
        if (argument == null) {
            throw new IllegalArgumentException("no argument for the placeholder " + match.group());
        }
        return argument;
    }

    /** The names of the placeholders in a template, sorted; a brace that belongs to none counts as a name too. */
    public static Set<String> placeholders(String template) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        Set<String> names =
                matcher.results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
        String rest = matcher.replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            names.add("{");
        }
        return names;
    }

    private static <T> T of(Map<String, T> texts, String kind, String id) {
        T text = texts.get(id);
        if (text == null && id.endsWith(DEPOSIT)) {
            text = texts.get(id.substring(0, id.length() - DEPOSIT.length()));
        }
        if (text == null) {
            throw new IllegalArgumentException("the content pack has no %s '%s'".formatted(kind, id));
        }
        return text;
    }
}
