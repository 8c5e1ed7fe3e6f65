package dev.kioskguard.adapter.xfs.header;

import java.util.Map;
import java.util.stream.Collectors;

/** The names of the codes that a call or a completion can end with. */
public final class ErrorNames {

    private static final Map<Integer, String> NAMES = StructText.lines("errors.txt").stream()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toUnmodifiableMap(words -> Integer.valueOf(words[0]), words -> "WFS_ERR_" + words[1]));

    private ErrorNames() {}

    /** Returns the name of a code with its number, or what stands for one that only its vendor knows. */
    public static String of(int code) {
        return "%s (%d)".formatted(code == Api.WFS_SUCCESS ? "WFS_SUCCESS" : NAMES.getOrDefault(code, "unknown"), code);
    }
}
