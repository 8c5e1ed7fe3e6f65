package dev.kioskguard.app.draft;

import dev.kioskguard.web.desk.after.Closure;
import java.util.List;
import java.util.stream.Collectors;

/** A story as a file, with what a person has to do before it is one. */
final class StoryText {

    private StoryText() {}

    /**
     * Returns a story's text.
     *
     * @param steps empty where nothing is known of the transfer any more
     */
    static String of(String id, Closure closure, List<String> steps) {
        String helped = closure.helped().isEmpty() ? "nothing said" : String.join(", ", closure.helped());
        String head = """
                # 故事草稿，来自结案登记。请改写标题和缘由，核对步骤，再放入 config/stories，用 ./kiosk story 演练。
                # Draft of a story. Give it a title and a reason, look through its steps, then play it.
                story: Draft %s
                why: 'Closed out as %s; what helped: %s.'
                given:
                  card: honest
                """.formatted(id, closure.was(), helped);
        if (steps.isEmpty()) {
            return head + "# 记录已按期清除，请凭记忆补写步骤。Nothing is known of the transfer any more: write its steps.\nsteps: []\n";
        }
        return head + steps.stream().collect(Collectors.joining("\n  - ", "steps:\n  - ", "\n"));
    }

    /** Returns what somebody has written as lines of comment; empty for nothing. */
    static String note(String note) {
        return note.isBlank()
                ? ""
                : note.strip()
                        .lines()
                        .map(line -> "# 经办人补充 Note: " + line.strip() + "\n")
                        .collect(Collectors.joining());
    }
}
