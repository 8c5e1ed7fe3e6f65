package dev.kioskguard.content.pack;

import static dev.kioskguard.content.pack.PackRules.stream;
import static dev.kioskguard.content.pack.PackRules.texts;

import dev.kioskguard.risk.Fact;
import dev.kioskguard.vision.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Conditions name only questions, choices, signals and facts that there are; one that never holds helps nobody. */
final class ConditionRules {

    private final PackFiles files;
    private final Map<String, Set<String>> choices = new TreeMap<>();
    private final Set<String> signals =
            Arrays.stream(Signal.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    private final Set<String> facts =
            Arrays.stream(Fact.values()).map(Fact::word).collect(Collectors.toCollection(TreeSet::new));

    ConditionRules(PackFiles files) {
        this.files = files;
        JsonNode script = files.tree().path("script");
        Set<String> baits = texts(script.path("baits")).collect(Collectors.toSet());
        choices.put("bait", baits);
        choices.put(
                "purpose",
                Stream.concat(texts(script.path("purposes")), baits.stream()).collect(Collectors.toSet()));
        stream(script.path("questions"))
                .forEach(question -> choices.put(
                        question.path("id").asString(),
                        texts(question.path("choices")).collect(Collectors.toSet())));
    }

    void check() {
        for (int i = 0; i < files.tree().path("script").path("questions").size(); i++) {
            condition("/script/questions/" + i + "/when");
        }
        for (String scam : files.tree().path("scams").propertyNames()) {
            String clues = "/scams/" + scam + "/clues/";
            for (int i = 0;
                    i < files.tree().path("scams").path(scam).path("clues").size();
                    i++) {
                condition(clues + i + "/when");
            }
        }
    }

    private void condition(String pointer) {
        JsonNode condition = files.tree().at(pointer);
        known(pointer + "/signals", "signal", condition.path("signals"), signals);
        known(pointer + "/facts", "fact", condition.path("facts"), facts);
        for (Map.Entry<String, JsonNode> answer : condition.path("answers").properties()) {
            String place = pointer + "/answers/" + answer.getKey();
            Set<String> offered = choices.get(answer.getKey());
            if (offered == null) {
                throw files.broken(place, "no such question is asked", "use one of " + List.copyOf(choices.keySet()));
            }
            known(place, "choice", answer.getValue(), offered);
        }
    }

    private void known(String pointer, String kind, JsonNode words, Set<String> known) {
        texts(words).filter(word -> !known.contains(word)).findFirst().ifPresent(word -> {
            throw files.broken(
                    pointer, "there is no %s '%s'".formatted(kind, word), "use one of " + new TreeSet<>(known));
        });
    }
}
