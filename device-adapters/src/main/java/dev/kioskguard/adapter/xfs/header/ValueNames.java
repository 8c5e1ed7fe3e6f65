package dev.kioskguard.adapter.xfs.header;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * What the standard calls the values of a member, as {@code values.txt} has them.
 *
 * @param any whether several may stand together, as the bits of a mask
 * @param prefix how the constants begin
 * @param byNumber the rest of each constant's name
 */
public record ValueNames(boolean any, String prefix, Map<Integer, String> byNumber) {

    private static final int NAMES_FROM = 3;

    private static final Map<String, ValueNames> MEMBERS = StructText.lines("values.txt").stream()
            .map(line -> List.of(line.split(" ", -1)))
            .collect(Collectors.toUnmodifiableMap(words -> words.get(1), ValueNames::of));

    private static ValueNames of(List<String> words) {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (String word : words.subList(NAMES_FROM, words.size())) {
            String[] pair = word.split("=", 2);
            names.put(Integer.decode(pair[1]), pair[0]);
        }
        return new ValueNames(words.get(0).equals("any"), words.get(2), names);
    }

    /** Returns every member that there are names for, such as {@code WFSPINCAPS.fwPinFormats}. */
    static Map<String, ValueNames> members() {
        return MEMBERS;
    }

    /** Returns a value for an engineer: the number, and beside it the names, where the standard has some. */
    public static String told(String member, int value) {
        ValueNames names = MEMBERS.get(member);
        String words = names == null ? "" : names.words(value);
        return words.isEmpty() ? "0x%x".formatted(value) : "0x%x (%s)".formatted(value, words);
    }

    private String words(int value) {
        if (!any) {
            return byNumber.getOrDefault(value, "");
        }
        var words = new StringJoiner(" ");
        int rest = value;
        for (Map.Entry<Integer, String> bit : byNumber.entrySet()) {
            if ((value & bit.getKey()) != 0) {
                words.add(bit.getValue());
                rest &= ~bit.getKey();
            }
        }
        if (rest != 0) {
            words.add("0x%x".formatted(rest));
        }
        return words.toString();
    }
}
