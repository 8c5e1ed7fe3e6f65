package dev.kioskguard.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The blocks of formatted Java: the formatter puts the brace that ends one at the indent of the line that began it. */
final class Blocks {
    private static final List<String> MEMBER_INDENTS = List.of(" ".repeat(4), " ".repeat(8));
    private static final Pattern TYPE = Pattern.compile("\\b(class|record|interface|enum)\\b [A-Z].*");

    private Blocks() {}

    /** The numbers, from 1, of the lines that begin a member of more than {@code linesMax} lines. */
    static List<Integer> longerThan(int linesMax, List<String> lines) {
        var found = new ArrayList<Integer>();
        for (var indent : MEMBER_INDENTS) {
            int begin = 0;
            for (int line = 0; line < lines.size(); line++) {
                var text = lines.get(line);
                if (text.equals(indent + "}") && line - begin + 1 > linesMax && !isType(lines.get(begin))) {
                    found.add(begin + 1);
                }
                if (text.startsWith(indent) && text.length() > indent.length() && text.charAt(indent.length()) != ' ') {
                    begin = line;
                }
            }
        }
        return found;
    }

    private static boolean isType(String line) {
        return TYPE.matcher(line).find();
    }
}
