package dev.kioskguard.transfer;

import java.util.List;

/** Chinese surnames of two characters: a name that begins with one of these is not called by its first character. */
public final class CompoundSurnames {

    /** In no order that means anything; each is two characters long. */
    public static final List<String> ALL =
            List.of("欧阳", "上官", "司马", "诸葛", "皇甫", "司徒", "东方", "令狐", "慕容", "夏侯", "尉迟", "公孙", "长孙", "宇文", "端木");

    private CompoundSurnames() {}

    /** Returns the surname of a name, which in Chinese is nearly always its first character. */
    static String of(String name) {
        return ALL.stream()
                .filter(surname -> name.startsWith(surname) && name.length() > surname.length())
                .findFirst()
                .orElse(name.substring(0, name.offsetByCodePoints(0, 1)));
    }
}
