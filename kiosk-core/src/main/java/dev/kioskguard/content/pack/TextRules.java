package dev.kioskguard.content.pack;

import static dev.kioskguard.content.pack.PackRules.stream;

import dev.kioskguard.content.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Placeholders are the same in both languages, and stand only where something fills them. */
record TextRules(PackFiles files) {

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
            "held.", Set.of("code", "reason"),
            "paused", Set.of("code"));

    /** How the ids of words begin that stand on a screen of a transfer, and nowhere else. */
    private static final Set<String> SAID_OF_A_TRANSFER = Set.of("comprehension.", "statement.");

    void check() {
        JsonNode tree = files.tree();
        for (Map.Entry<String, JsonNode> screen : tree.path("screens").properties()) {
            String pointer = "/screens/" + screen.getKey();
            check(pointer, words(screen.getValue()), allowedOn(screen.getKey()));
        }
        for (Map.Entry<String, JsonNode> notice : tree.path("notices").properties()) {
            check("/notices/" + notice.getKey(), words(notice.getValue()), ANYWHERE);
        }
        for (Map.Entry<String, JsonNode> scam : tree.path("scams").properties()) {
            String pointer = "/scams/" + scam.getKey();
            JsonNode kind = scam.getValue();
            check(pointer + "/warning", words(kind.path("warning")), allowedOn("warning." + scam.getKey()));
            check(pointer, Stream.of("name", "question", "talk", "slogan").map(kind::path), Set.of());
        }
        for (String section : List.of("choices", "reasons", "terms")) {
            for (Map.Entry<String, JsonNode> text : tree.path(section).properties()) {
                boolean ofATransfer = SAID_OF_A_TRANSFER.stream().anyMatch(text.getKey()::startsWith);
                Set<String> allowed = ofATransfer ? IN_A_TRANSFER : Set.of();
                check("/" + section + "/" + text.getKey(), Stream.of(text.getValue()), allowed);
            }
        }
        items("cases", "place", "trick");
        items("slogans", "text");
    }

    private void items(String section, String... texts) {
        for (int i = 0; i < files.tree().path(section).size(); i++) {
            JsonNode item = files.tree().path(section).path(i);
            check("/" + section + "/" + i, Stream.of(texts).map(item::path), Set.of());
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

    private void check(String pointer, Stream<JsonNode> texts, Set<String> allowed) {
        Set<String> unknown = new TreeSet<>();
        texts.forEach(text -> {
            Set<String> zh = Words.placeholders(text.path("zh").asString(""));
            if (!zh.equals(Words.placeholders(text.path("en").asString("")))) {
                throw files.broken(pointer, "zh and en use different placeholders", "use " + zh + " in both");
            }
            unknown.addAll(zh);
        });
        unknown.removeAll(allowed);
        if (!unknown.isEmpty()) {
            throw files.broken(pointer, "nothing fills " + unknown + " here", "use only " + allowed);
        }
    }

    private static Stream<JsonNode> words(JsonNode screen) {
        JsonNode plain = screen.path("plain");
        return Stream.of(
                        Stream.of(screen, plain).map(words -> words.path("title")),
                        stream(screen.path("body")),
                        stream(plain.path("body")))
                .flatMap(words -> words);
    }
}
