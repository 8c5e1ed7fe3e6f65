package dev.kioskguard.content.pack;

import static dev.kioskguard.content.pack.Nodes.list;
import static dev.kioskguard.content.pack.Nodes.map;
import static dev.kioskguard.content.pack.Nodes.set;
import static dev.kioskguard.content.pack.Nodes.text;

import dev.kioskguard.content.ScreenText;
import dev.kioskguard.content.Text;
import dev.kioskguard.content.Told;
import dev.kioskguard.content.Words;
import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The texts of a pack; a kind of fraud and a notice become ordinary screens, so that nobody has to tell them apart. */
final class WordsReading {

    private WordsReading() {}

    static Words words(JsonNode tree) {
        return new Words(
                screens(tree),
                map(tree.path("choices"), Nodes::text),
                map(tree.path("reasons"), Nodes::text),
                map(tree.path("terms"), Nodes::text),
                told(tree));
    }

    private static Map<String, ScreenText> screens(JsonNode tree) {
        var screens = new LinkedHashMap<>(map(tree.path("screens"), WordsReading::screen));
        map(tree.path("notices"), WordsReading::screen).forEach((id, notice) -> screens.put("notice." + id, notice));
        Text asked = text(tree.path("terms").path("ask.scam"));
        for (Map.Entry<String, JsonNode> scam : tree.path("scams").properties()) {
            String warning = "warning." + scam.getKey();
            String ask = "ask.scam." + scam.getKey();
            JsonNode warned = scam.getValue().path("warning");
            screens.put(warning, screen(warned, warning));
            screens.put(ask, new ScreenText(asked, List.of(text(scam.getValue().path("question"))), ask));
        }
        return screens;
    }

    private static ScreenText screen(JsonNode node) {
        return screen(node, node.has("voice") ? node.path("voice").asString() : null);
    }

    private static ScreenText screen(JsonNode node, @Nullable String voice) {
        Text title = text(node.path("title"));
        JsonNode few = node.path("plain");
        @Nullable
        ScreenText plain = few.isMissingNode()
                ? null
                : new ScreenText(few.has("title") ? text(few.path("title")) : title, lines(few), voice);
        return new ScreenText(title, lines(node), voice, plain);
    }

    private static List<Text> lines(JsonNode screen) {
        return list(screen.path("body"), Nodes::text);
    }

    private static Told told(JsonNode tree) {
        Map<String, Told.OfCase> cases = new LinkedHashMap<>();
        tree.path("cases").forEach(node -> cases.put(node.path("id").asString(), ofCase(node)));
        return new Told(
                map(tree.path("scams"), WordsReading::ofScam),
                cases,
                list(tree.path("slogans"), WordsReading::slogan),
                map(tree.path("notices"), WordsReading::notice),
                map(tree.path("surnames"), name -> "say.surname." + name.asString()));
    }

    private static Told.OfScam ofScam(JsonNode node) {
        return new Told.OfScam(
                text(node.path("name")),
                text(node.path("question")),
                text(node.path("talk")),
                node.has("slogan") ? text(node.path("slogan")) : null,
                node.path("sign").asString());
    }

    private static Told.OfCase ofCase(JsonNode node) {
        return new Told.OfCase(
                text(node.path("place")),
                YearMonth.parse(node.path("date").asString()),
                text(node.path("trick")),
                node.path("loss").asLong());
    }

    private static Told.Slogan slogan(JsonNode node) {
        return new Told.Slogan(
                node.path("id").asString(),
                text(node.path("text")),
                set(
                        node.path("where"),
                        place -> Told.Place.valueOf(place.asString().toUpperCase(Locale.ROOT))),
                ScriptReading.targeting(node.path("for")));
    }

    private static Told.Notice notice(JsonNode node) {
        return new Told.Notice(
                Duration.parse(node.path("read-for").asString()),
                node.path("elder-only").asBoolean());
    }
}
