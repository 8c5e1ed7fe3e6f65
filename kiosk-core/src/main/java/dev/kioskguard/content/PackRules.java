package dev.kioskguard.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What one text of a pack asks of another, which a schema cannot say. */
final class PackRules {

    private static final Set<String> ANYWHERE = Set.of("hotline", "branch");
    private static final Set<String> IN_A_TRANSFER = Set.of("payee", "account", "amount", "surname");

    /** The arguments that only screens whose id begins so are given, beside those of every transfer. */
    private static final Map<String, Set<String>> BY_SCREEN = Map.of(
            "confirm-again.", Set.of("when"),
            "comprehension", Set.of("when"),
            "result.cleared.", Set.of("until"),
            "result.stopped.", Set.of("reason"),
            "result.refused", Set.of("reason"),
            "notice.pending", Set.of("payee", "account", "amount", "until"),
            "receipt.", Set.of("until", "reason", "date", "reference"),
            "held.", Set.of("code"),
            "paused", Set.of("code"));

    private final PackFiles files;
    private final JsonNode tree;

    private PackRules(PackFiles files) {
        this.files = files;
        this.tree = files.tree();
    }

    /**
     * Returns when the pack keeps every rule.
     *
     * @throws ContentException for the first rule it breaks
     */
    static void check(PackFiles files) {
        PackRules rules = new PackRules(files);
        rules.scriptHasItsWords();
        rules.clipsAndTheirUsesAgree();
        rules.placeholdersAreFilled();
    }

    private void scriptHasItsWords() {
        JsonNode script = tree.path("script");
        texts(script.path("purposes")).forEach(purpose -> screenNeeded("/script/purposes", "warning." + purpose));
        texts(script.path("baits")).forEach(bait -> {
            screenNeeded("/script/baits", "warning." + bait);
            screenNeeded("/script/baits", "stop." + bait);
        });
        Stream.concat(texts(script.path("purposes")), texts(script.path("baits")))
                .forEach(choice -> choiceNeeded("/script/purposes", choice));
        for (int i = 0; i < script.path("questions").size(); i++) {
            String pointer = "/script/questions/" + i;
            screenNeeded(pointer, "ask." + tree.at(pointer + "/id").asString());
            texts(tree.at(pointer + "/choices")).forEach(choice -> choiceNeeded(pointer + "/choices", choice));
        }
    }

    private void screenNeeded(String pointer, String screen) {
        if (!tree.path("screens").has(screen)) {
            throw broken(pointer, "needs the screen '" + screen + "'", "add it to a file in screens/");
        }
    }

    private void choiceNeeded(String pointer, String choice) {
        if (!tree.path("choices").has(choice)) {
            throw broken(pointer, "needs words for the choice '" + choice + "'", "add it to choices.yaml");
        }
    }

    private void clipsAndTheirUsesAgree() {
        Set<String> unused = new TreeSet<>(tree.path("voices").propertyNames());
        for (Map.Entry<String, JsonNode> screen : tree.path("screens").properties()) {
            JsonNode voice = screen.getValue().path("voice");
            if (voice.isString() && !tree.path("voices").has(voice.asString())) {
                throw broken(
                        "/screens/" + screen.getKey() + "/voice",
                        "there is no clip '" + voice.asString() + "'",
                        "add its Chinese words to voices.yaml");
            }
            unused.remove(voice.asString(""));
        }
        if (!unused.isEmpty()) {
            String clip = unused.iterator().next();
            throw broken("/voices/" + clip, "no screen speaks this clip", "name it as a screen's voice or remove it");
        }
    }

    private void placeholdersAreFilled() {
        for (Map.Entry<String, JsonNode> screen : tree.path("screens").properties()) {
            String id = screen.getKey();
            String pointer = "/screens/" + id;
            Set<String> shown = placeholdersIn(pointer, words(screen.getValue()));
            onlyAllowed(pointer, shown, allowedOn(id));
        }
        for (String section : List.of("choices", "reasons", "terms")) {
            for (Map.Entry<String, JsonNode> text : tree.path(section).properties()) {
                String pointer = "/" + section + "/" + text.getKey();
                Set<String> shown = placeholdersIn(pointer, Stream.of(text.getValue()));
                onlyAllowed(pointer, shown, text.getKey().startsWith("comprehension.") ? IN_A_TRANSFER : Set.of());
            }
        }
    }

    /** The arguments that the guard has at hand when it shows this screen. */
    private static Set<String> allowedOn(String screen) {
        Set<String> allowed = new TreeSet<>(ANYWHERE);
        if (!screen.equals("idle") && !screen.startsWith("notice.")) {
            allowed.addAll(IN_A_TRANSFER);
        }
        BY_SCREEN.forEach((start, arguments) -> {
            if (screen.startsWith(start)) {
                allowed.addAll(arguments);
            }
        });
        return allowed;
    }

    private Set<String> placeholdersIn(String pointer, Stream<JsonNode> texts) {
        Set<String> shown = new TreeSet<>();
        texts.forEach(text -> {
            Set<String> zh = Words.placeholders(text.path("zh").asString());
            if (!zh.equals(Words.placeholders(text.path("en").asString()))) {
                throw broken(pointer, "zh and en use different placeholders", "use " + zh + " in both");
            }
            shown.addAll(zh);
        });
        return shown;
    }

    private void onlyAllowed(String pointer, Set<String> shown, Set<String> allowed) {
        Set<String> unknown = new TreeSet<>(shown);
        unknown.removeAll(allowed);
        if (!unknown.isEmpty()) {
            throw broken(pointer, "nothing fills " + unknown + " here", "use only " + allowed);
        }
    }

    private ContentException broken(String pointer, String trouble, String remedy) {
        return new ContentException(files.place(pointer), trouble, remedy);
    }

    private static Stream<JsonNode> words(JsonNode screen) {
        return Stream.concat(Stream.of(screen.path("title")), stream(screen.path("body")));
    }

    private static Stream<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asString);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
