package dev.kioskguard.web.desk.drill;

import dev.kioskguard.content.Text;
import dev.kioskguard.content.Words;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.paging.drill.Answers;
import dev.kioskguard.paging.drill.Drill;
import dev.kioskguard.paging.drill.Scene;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A drill as the desk reads it: like a page where a page has it, and said to be a drill. */
final class DrillView {

    private DrillView() {}

    static Map<String, Object> body(Drill drill, Words words) {
        Page page = drill.page();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", drill.id());
        body.put("drill", true);
        body.put("machine", page.machine());
        body.put("scene", drill.scene().code());
        body.put("level", page.level());
        body.put(
                "calls",
                IntStream.rangeClosed(Page.LEVEL_FIRST, page.level())
                        .mapToObj(level -> Rota.called(level).word())
                        .toList());
        body.put("tier", drill.scene().tier());
        body.put(
                "reasons",
                drill.scene().reasons().stream()
                        .map(code -> worded(code, words))
                        .toList());
        body.put("raisedAt", drill.began().toString());
        body.put("endsAt", drill.began().plus(Drill.LIFE).toString());
        body.put("state", page.state().word());
        body.put("next", next(drill.answers(), page));
        body.put("questions", Scene.QUESTIONS);
        if (drill.end() != null) {
            body.put("end", drill.end().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return body;
    }

    /** The step that is due. */
    private static String next(Answers answers, Page page) {
        if (page.state() != Page.State.ACKNOWLEDGED && !page.isResolved()) {
            return "acknowledge";
        }
        return answers.arrived() == null ? "arrive" : answers.question() == null ? "ask" : "decide";
    }

    private static Map<String, String> worded(String code, Words words) {
        Text text = words.reason(code);
        return Map.of("code", code, "zh", text.zh(), "en", text.en());
    }
}
