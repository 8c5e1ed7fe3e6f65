package dev.kioskguard.content.pack;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The files of a pack as one tree that still knows on which line of which file each node stands. */
final class PackFiles {

    /** The most files that {@code screens/} or {@code scams/} may be split into. */
    static final int FOLDER_FILES_MAX = 32;

    /** The most second languages or dialects. */
    static final int DIALECTS_MAX = 8;

    private static final List<String> SECTIONS =
            List.of("script", "choices", "reasons", "terms", "voices", "surnames", "cases", "slogans", "notices");
    private static final List<String> FOLDERS = List.of("screens", "scams");
    private static final Pattern DIALECT = Pattern.compile("voices\\.([a-z]{2,3})\\.yaml");
    private static final int DIGEST_HEX_DIGITS = 8;

    private final Path dir;
    private final MessageDigest digest = sha256();
    private final Map<String, String> fileOf = new LinkedHashMap<>();
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

    private PackFiles(Path dir) {
        this.dir = dir;
    }

    static PackFiles read(Path dir) {
        PackFiles files = new PackFiles(dir);
        for (String section : SECTIONS) {
            files.tree.set(section, files.parse(section + ".yaml"));
        }
        FOLDERS.forEach(files::readFolder);
        files.readDialects();
        return files;
    }

    JsonNode tree() {
        return tree;
    }

    Path dir() {
        return dir;
    }

    /** Counts a file towards the version. */
    void digest(String name, byte[] bytes) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
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
        String owner = section + "/" + (steps.length > 2 ? steps[2] : "");
        String file = fileOf.getOrDefault(owner, FOLDERS.contains(section) ? section : section + ".yaml");
        return dir.resolve(file) + line(tree.at(pointer)) + ", " + pointer;
    }

    /** The line of a node; what was put together out of several files stands on none. */
    private static String line(JsonNode node) {
        try {
            TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(node);
            return location == null || location.getLineNr() < 1 ? "" : " line " + location.getLineNr();
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    /** What is wrong at a JSON pointer, and what to do about it. */
    ContentException broken(String pointer, String trouble, String remedy) {
        return new ContentException(place(pointer), trouble, remedy);
    }

    /** The names of the files in a folder of the pack that end so, sorted. */
    List<String> names(String folder, String ending, int most) {
        Path place = dir.resolve(folder);
        try (Stream<Path> found = Files.list(place)) {
            List<String> names = found.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .limit(most + 1L)
                    .toList();
            if (names.size() > most) {
                throw new ContentException(
                        place.toString(), "more than " + most + " files", "remove some, or put several into one");
            }
            return names;
        } catch (IOException e) {
            throw new ContentException(place.toString(), "cannot be listed", "put its " + ending + " files there", e);
        }
    }

    private void readFolder(String folder) {
        ObjectNode all = tree.putObject(folder);
        for (String name : names(folder, ".yaml", FOLDER_FILES_MAX)) {
            String file = folder + "/" + name;
            for (Map.Entry<String, JsonNode> entry : parse(file).properties()) {
                String earlier = fileOf.putIfAbsent(folder + "/" + entry.getKey(), file);
                if (earlier != null) {
                    throw new ContentException(
                            dir.resolve(file) + ", " + entry.getKey(),
                            "stands in " + earlier + " already",
                            "keep one of the two");
                }
                all.set(entry.getKey(), entry.getValue());
            }
        }
    }

    private void readDialects() {
        ObjectNode dialects = tree.putObject("dialects");
        for (String name : names("", ".yaml", SECTIONS.size() + DIALECTS_MAX)) {
            Matcher matcher = DIALECT.matcher(name);
            if (matcher.matches()) {
                fileOf.put("dialects/" + matcher.group(1), name);
                dialects.set(matcher.group(1), parse(name));
            } else if (!SECTIONS.contains(name.replace(".yaml", ""))) {
                throw new ContentException(
                        dir.resolve(name).toString(),
                        "is no file of a content pack",
                        "remove it, or mend the spelling of its name");
            }
        }
    }

    private JsonNode parse(String name) {
        YamlFile file = YamlFile.at(dir.resolve(name));
        digest(name, file.text().getBytes(StandardCharsets.UTF_8));
        return file.tree();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
