package dev.kioskguard.content;

import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of a pack as one tree that still knows on which line of which file each node stands. */
final class PackFiles {

    /** The most bytes a single file may have: a hundred times what the shipped ones need would not fit a screen. */
    static final int FILE_BYTES_MAX = 256 * 1024;

    /** The most files that {@code screens/} may be split into. */
    static final int SCREEN_FILES_MAX = 32;

    private static final List<String> SECTIONS = List.of("script", "choices", "reasons", "terms", "voices");
    private static final int DIGEST_HEX_DIGITS = 8;

    private final Path dir;
    private final MessageDigest digest = sha256();
    private final Map<String, String> fileOfScreen = new LinkedHashMap<>();
    private final Map<String, JsonNode> notices = new LinkedHashMap<>();
    private JsonNode slogans = JsonNodeFactory.instance.arrayNode();
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PackFiles(Path dir) {
        this.dir = dir;
    }

    static PackFiles read(Path dir) {
        PackFiles files = new PackFiles(dir);
        for (String section : SECTIONS) {
            files.tree.set(section, files.parse(section + ".yaml"));
        }
        ObjectNode screens = files.tree.putObject("screens");
        for (String file : files.screenFiles()) {
            for (Map.Entry<String, JsonNode> screen : files.parse(file).properties()) {
                String earlier = files.fileOfScreen.putIfAbsent(screen.getKey(), file);
                if (earlier != null) {
                    throw new ContentException(
                            dir.resolve(file) + ", " + screen.getKey(),
                            "stands in " + earlier + " already",
                            "keep one of the two");
                }
                screens.set(screen.getKey(), screen.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> notice : files.parse("notices.yaml").properties()) {
            ObjectNode screen = ((ObjectNode) notice.getValue()).deepCopy();
            screen.remove(List.of("read-for", "elder-only"));
            files.notices.put(notice.getKey(), notice.getValue());
            files.fileOfScreen.put("notice." + notice.getKey(), "notices.yaml");
            screens.set("notice." + notice.getKey(), screen);
        }
        files.slogans = files.parsed("slogans.yaml");
        return files;
    }

    /** The notices beside other business, by their ids. */
    Map<String, JsonNode> notices() {
        return notices;
    }

    JsonNode slogans() {
        return slogans;
    }

    JsonNode tree() {
        return tree;
    }

    /** The bank's version with the digest of all files behind it. */
    String version() {
        String hex = HexFormat.of().formatHex(digest.digest());
        return tree.path("script").path("version").asString() + "+" + hex.substring(0, DIGEST_HEX_DIGITS);
    }

    /** File, line where one is known, and path of the node at a JSON pointer. */
    String place(String pointer) {
        String[] steps = pointer.split("/", 4);
        String section = steps.length > 1 ? steps[1] : "";
        String file = section.equals("screens")
                ? fileOfScreen.getOrDefault(steps.length > 2 ? steps[2] : "", "screens")
                : section + ".yaml";
        TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(tree.at(pointer));
        String line = location == null || location.getLineNr() < 1 ? "" : " line " + location.getLineNr();
        return dir.resolve(file) + line + ", " + pointer;
    }

    private List<String> screenFiles() {
        try (Stream<Path> found = Files.list(dir.resolve("screens"))) {
            List<String> names = found.map(path -> "screens/" + path.getFileName())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .limit(SCREEN_FILES_MAX + 1)
                    .toList();
            if (names.size() > SCREEN_FILES_MAX) {
                throw new ContentException(
                        dir.resolve("screens").toString(),
                        "more than " + SCREEN_FILES_MAX + " files",
                        "put several screens into one file");
            }
            return names;
        } catch (IOException e) {
            throw new ContentException(
                    dir.resolve("screens").toString(), "cannot be listed", "put the screens' files there", e);
        }
    }

    private JsonNode parse(String name) {
        JsonNode node = parsed(name);
        if (!node.isObject()) {
            throw new ContentException(dir.resolve(name).toString(), "holds no keys", "write 'id: …' lines into it");
        }
        return node;
    }

    private JsonNode parsed(String name) {
        Path file = dir.resolve(name);
        String text = text(file);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        try {
            JsonNode node = JsonNodes.readTree(yaml, text, LocationJsonNodeFactoryFactory.getInstance());
            if (node == null || node.isMissingNode()) {
                throw new ContentException(file.toString(), "holds no keys", "write 'id: …' lines into it");
            }
            return node;
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            String line = location == null ? "" : " line " + location.getLineNr();
            throw new ContentException(
                    file + line, trouble(e), "mend that line, and quote a text that holds any of { } [ ] : , #", e);
        }
    }

    /** What the parser says, without the excerpts it draws below it. */
    private static String trouble(JacksonException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new ContentException(
                        file.toString(), "is larger than " + FILE_BYTES_MAX + " bytes", "make it smaller");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ContentException(
                    file.toString(), "cannot be read as UTF-8 text", "put it there, readable and in UTF-8", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
