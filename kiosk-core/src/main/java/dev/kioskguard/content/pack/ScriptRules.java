package dev.kioskguard.content.pack;

import static dev.kioskguard.content.pack.PackRules.texts;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whatever the script asks has its words. */
record ScriptRules(PackFiles files) {

    void check() {
        JsonNode script = files.tree().path("script");
        texts(script.path("purposes")).forEach(purpose -> screenNeeded("/script/purposes", "warning." + purpose));
        texts(script.path("baits")).forEach(bait -> {
            screenNeeded("/script/baits", "warning." + bait);
            screenNeeded("/script/baits", "stop." + bait);
        });
        Stream.concat(texts(script.path("purposes")), texts(script.path("baits")))
                .forEach(choice -> choiceNeeded("/script/purposes", choice));
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < script.path("questions").size(); i++) {
            String pointer = "/script/questions/" + i;
            String id = files.tree().at(pointer + "/id").asString();
            if (!asked.add(id)) {
                throw files.broken(pointer, "the question '" + id + "' stands twice", "keep one of the two");
            }
            screenNeeded(pointer, "ask." + id);
            texts(files.tree().at(pointer + "/choices")).forEach(choice -> choiceNeeded(pointer + "/choices", choice));
        }
    }

    private void screenNeeded(String pointer, String screen) {
        if (!files.tree().path("screens").has(screen)) {
            throw files.broken(pointer, "needs the screen '" + screen + "'", "add it to a file in screens/");
        }
    }

    private void choiceNeeded(String pointer, String choice) {
        if (!files.tree().path("choices").has(choice)) {
            throw files.broken(pointer, "needs words for the choice '" + choice + "'", "add it to choices.yaml");
        }
    }
}
