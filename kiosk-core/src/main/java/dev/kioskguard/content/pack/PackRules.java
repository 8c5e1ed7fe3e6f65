package dev.kioskguard.content.pack;

import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What one part of a pack asks of another, which a schema cannot say. */
final class PackRules {

    private PackRules() {}

    /**
     * Returns when the pack keeps every rule.
     *
     * @throws ContentException for the first rule it breaks
     */
    static void check(PackFiles files) {
        Set<String> signs = SignFiles.check(files);
        new ScriptRules(files).check();
        new ScamRules(files, signs).check();
        new ConditionRules(files).check();
        new ClipRules(files).check();
        new TextRules(files).check();
        new LineLengths(files).check();
    }

    static Stream<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asString);
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
