package dev.kioskguard.app.content;

import dev.kioskguard.content.ContentPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How much there is in a folder that reads as content. */
record Counts(int types, int questions, int cases, int screens, int clips) {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    static Counts of(Path folder, ContentPack content) throws IOException {
        return new Counts(
                in(files(folder.resolve("scams"))),
                content.script().questions().size(),
                in(List.of(folder.resolve("cases.yaml"))),
                in(files(folder.resolve("screens"))),
                in(List.of(folder.resolve("voices.yaml"))));
    }

    String text() {
        return "%d types, %d questions, %d cases, %d screens, %d clips"
                .formatted(types, questions, cases, screens, clips);
    }

    private static int in(List<Path> files) throws IOException {
        int count = 0;
        for (Path file : files) {
            if (Files.exists(file)) {
                count += YAML.readTree(Files.readString(file)).size();
            }
        }
        return count;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }
}
