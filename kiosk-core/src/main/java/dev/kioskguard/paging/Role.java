package dev.kioskguard.paging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a member of staff is there for. */
public enum Role {
    LOBBY_MANAGER,
    HEAD_OF_BRANCH,
    OFFICER,
    ENGINEER;

    /** Roles by their words, such as {@code lobby-manager}. */
    public static final Map<String, Role> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::word, Function.identity()));

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
