package dev.kioskguard.content.pack;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * No line is longer than somebody reads who is being hurried; where nothing is left to decide it may be longer, as
 * decision 20 says. How many lines there may be stands in the schema.
 */
record LineLengths(PackFiles files) {

    private static final int USUAL_MAX = 18;

    /** A warning in few words stands in type half as large again, one row a line. */
    private static final int WARNING_IN_FEW_WORDS_MAX = 11;

    /** By how the id of a text begins. */
    private static final Map<String, Integer> LONGER_MAX =
            Map.of("confirm.", 20, "result.", 24, "stop.", 24, "receipt.", 24);

    /** As wide as what fills a placeholder: a masked name, or four digits. */
    private static final String FILLED = "张某";

    void check() {
        for (Map.Entry<String, JsonNode> screen : files.tree().path("screens").properties()) {
            int most = LONGER_MAX.entrySet().stream()
                    .filter(longer -> screen.getKey().startsWith(longer.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .findFirst()
                    .orElse(USUAL_MAX);
            boolean warns = screen.getKey().startsWith("warning.");
            check("/screens/" + screen.getKey() + "/body", most);
            check("/screens/" + screen.getKey() + "/plain/body", warns ? WARNING_IN_FEW_WORDS_MAX : most);
        }
        for (String scam : files.tree().path("scams").propertyNames()) {
            check("/scams/" + scam + "/warning/plain/body", WARNING_IN_FEW_WORDS_MAX);
        }
        for (String notice : files.tree().path("notices").propertyNames()) {
            check("/notices/" + notice + "/body", USUAL_MAX);
        }
    }

    private void check(String body, int most) {
        for (int i = 0; i < files.tree().at(body).size(); i++) {
            String pointer = body + "/" + i;
            String line = files.tree().at(pointer + "/zh").asString("").replaceAll("\\{[a-z]+}", FILLED);
            if (line.length() > most) {
                throw files.broken(
                        pointer, "the line has %d characters".formatted(line.length()), "say it in at most " + most);
            }
        }
    }
}
