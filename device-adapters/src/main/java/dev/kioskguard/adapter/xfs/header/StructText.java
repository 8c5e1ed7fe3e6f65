package dev.kioskguard.adapter.xfs.header;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The structures as {@code structs.txt} writes them; its head tells how. */
final class StructText {

    private final Map<String, List<Struct.Member>> structs = new LinkedHashMap<>();
    private List<Struct.Member> members = new ArrayList<>();
    private Version first = Version.V3_00;

    private StructText() {}

    static Map<String, List<Struct.Member>> read() {
        StructText text = new StructText();
        lines("structs.txt").forEach(text::line);
        return text.structs;
    }

    /** Returns the lines of a file beside this class that are neither empty nor a remark. */
    static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(StructText.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        String[] words = line.strip().split(" +", -1);
        if (!line.startsWith(" ")) {
            members = new ArrayList<>();
            structs.put(line, members);
            first = Version.V3_00;
        } else if (words.length == 1) {
            first = Version.of(words[0]);
        } else if (words[0].equals(Ctype.UNION.name())) {
            List<String> parts = List.of(words).subList(2, words.length);
            members.add(new Struct.Member(words[1], Ctype.UNION, 1, first, parts));
        } else {
            String[] type = words[0].split("[\\[\\]]", -1);
            int count = type.length == 1 ? 1 : Integer.parseInt(type[1]);
            Arrays.stream(words)
                    .skip(1)
                    .map(name -> new Struct.Member(name, new Ctype(type[0]), count, first, List.of()))
                    .forEach(members::add);
        }
    }
}
