package dev.kioskguard.content.pack;

import dev.kioskguard.content.Words;
import dev.kioskguard.content.speech.SpokenAmount;
import dev.kioskguard.device.Key;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Whatever may have to be spoken has its Mandarin words, and no clip is there for nothing. */
final class ClipRules {

    /** That a screen waits no longer, and that it does. */
    private static final Set<String> TIME = Set.of("say.time.left", "say.time.more");

    private final PackFiles files;
    private final JsonNode voices;
    /** Who needs a clip, by its name, as a JSON pointer. */
    private final Map<String, String> needed = new LinkedHashMap<>();

    ClipRules(PackFiles files) {
        this.files = files;
        this.voices = files.tree().path("voices");
    }

    void check() {
        JsonNode tree = files.tree();
        spoken("screens", tree.path("screens"));
        spoken("notices", tree.path("notices"));
        for (String scam : tree.path("scams").propertyNames()) {
            needed.put("warning." + scam, "/scams/" + scam + "/warning");
            needed.put("ask.scam." + scam, "/scams/" + scam + "/question");
        }
        tree.path("choices").propertyNames().stream()
                .filter(id -> !id.endsWith(Words.PLAIN))
                .forEach(id -> needed.put("say.choice." + id, "/choices/" + id));
        tree.path("surnames")
                .properties()
                .forEach(name -> needed.put("say.surname." + name.getValue().asString(), "/surnames/" + name.getKey()));
        Arrays.stream(Key.values()).forEach(key -> needed.put("say.key." + key.word(), "/voices"));
        needed.put(Words.HOW_TO_TYPE, "/voices");
        TIME.forEach(clip -> needed.put(clip, "/voices"));
        SpokenAmount.CLIPS.forEach(clip -> needed.put(clip, "/voices"));
        everyClipIsThere();
        everyClipIsUsed();
        for (Map.Entry<String, JsonNode> dialect : tree.path("dialects").properties()) {
            dialect.getValue().propertyNames().forEach(clip -> known(dialect.getKey(), clip));
        }
    }

    private void spoken(String section, JsonNode screens) {
        for (Map.Entry<String, JsonNode> screen : screens.properties()) {
            JsonNode voice = screen.getValue().path("voice");
            if (voice.isString()) {
                needed.putIfAbsent(voice.asString(), "/" + section + "/" + screen.getKey() + "/voice");
            }
        }
    }

    private void everyClipIsThere() {
        needed.forEach((clip, pointer) -> {
            if (!voices.has(clip)) {
                throw files.broken(pointer, "there is no clip '" + clip + "'", "add its Chinese words to voices.yaml");
            }
        });
    }

    private void everyClipIsUsed() {
        Set<String> unused = new TreeSet<>(voices.propertyNames());
        unused.removeAll(needed.keySet());
        if (!unused.isEmpty()) {
            String clip = unused.iterator().next();
            throw files.broken(
                    "/voices/" + clip, "nothing speaks this clip", "name it as a screen's voice or remove it");
        }
    }

    private void known(String dialect, String clip) {
        if (!voices.has(clip)) {
            throw files.broken(
                    "/dialects/" + dialect + "/" + clip, "Mandarin has no clip of this name", "mend its spelling");
        }
    }
}
