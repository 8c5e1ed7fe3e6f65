package dev.kioskguard.content;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One line of {@code voices.yaml} as {@code config/voices/render.sh} takes it apart, without a YAML parser. */
record SpokenLine(String clip, String words) {

    static List<SpokenLine> shipped() throws IOException {
        return Files.readAllLines(ShippedContent.DIR.resolve("voices.yaml")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(": ", 2))
                .map(parts -> new SpokenLine(parts[0], parts[1]))
                .toList();
    }

    /** The words as they go to the synthesiser, homophones in place of what it misreads. */
    String rendered() throws IOException {
        Map<String, String> homophones =
                Files.readAllLines(ShippedContent.DIR.resolveSibling("voices").resolve("homophones")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        String rendered = words;
        for (Map.Entry<String, String> homophone : homophones.entrySet()) {
            rendered = rendered.replace(homophone.getKey(), homophone.getValue());
        }
        return rendered;
    }
}
