package dev.kioskguard.sim.measure.page;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Language;
import dev.kioskguard.content.ScreenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every text of a pack as a state of the screen, warnings in each of their layouts, in an endless round. */
final class MeasuredStates {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LAYOUTS = List.of("poster", "split", "letter", "board");
    private static final List<String> ALWAYS = List.of("stop", "help", "pause", "repeat", "slower");

    private final ContentPack pack;
    private final List<String> textIds;
    private int shown;

    MeasuredStates(ContentPack pack) {
        this.pack = pack;
        textIds = pack.words().screens().stream()
                .filter(id -> !id.startsWith("receipt."))
                .sorted()
                .toList();
    }

    /** Returns the next state; no two have the same screen id. */
    ObjectNode next() {
        String textId = textIds.get(shown % textIds.size());
        String kind = textId.split("\\.", 2)[0].replace("stop", "result");
        ScreenText text = pack.words().screen(textId);
        ObjectNode state = JSON.createObjectNode()
                .put("screenId", "measured-" + shown)
                .put("kind", kind)
                .put("tier", "yellow")
                .put("language", "zh-CN")
                .put("layout", LAYOUTS.get(shown % LAYOUTS.size()))
                .put("title", text.title().in(Language.ZH))
                .put("readyInMs", 0);
        Map<String, String> facts = MadeUp.facts(pack.words(), Language.ZH);
        text.body().forEach(line -> state.withArray("body").add(pack.words().fill(line.zh(), facts)));
        for (String choice : choices(textId)) {
            state.withArray("choices")
                    .addObject()
                    .put("id", choice)
                    .put("text", pack.words().choice(choice).in(Language.ZH))
                    .put("key", "1");
        }
        shown++;
        return state;
    }

    private List<String> choices(String textId) {
        List<String> all = new ArrayList<>(ALWAYS);
        if (textId.equals("ask-purpose")) {
            all.addAll(Stream.concat(pack.script().purposes().stream(), pack.script().baits().stream())
                    .toList());
        } else if (textId.startsWith("ask.scam.")) {
            all.addAll(List.of("yes", "no"));
        } else if (textId.startsWith("ask.")) {
            all.addAll(pack.script().question(textId.substring("ask.".length())).choices());
        } else {
            all.add("understood");
        }
        return all;
    }
}
