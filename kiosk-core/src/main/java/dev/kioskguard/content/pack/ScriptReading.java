package dev.kioskguard.content.pack;

import static dev.kioskguard.content.pack.Nodes.list;
import static dev.kioskguard.content.pack.Nodes.map;
import static dev.kioskguard.content.pack.Nodes.set;

import dev.kioskguard.content.LocalCase;
import dev.kioskguard.content.Question;
import dev.kioskguard.content.Scam;
import dev.kioskguard.content.Scam.Clue;
import dev.kioskguard.content.Scam.Response;
import dev.kioskguard.content.Script;
import dev.kioskguard.content.Targeting;
import dev.kioskguard.risk.Condition;
import dev.kioskguard.risk.Fact;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.vision.Signal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the guard decides by: purposes, questions, kinds of fraud and local cases, with their conditions. */
final class ScriptReading {

    private ScriptReading() {}

    static Script script(JsonNode tree) {
        JsonNode script = tree.path("script");
        List<Scam> scams = tree.path("scams").properties().stream()
                .map(scam -> scam(scam.getKey(), scam.getValue()))
                .toList();
        return new Script(
                list(script.path("purposes"), JsonNode::asString),
                list(script.path("baits"), JsonNode::asString),
                list(script.path("questions"), ScriptReading::question),
                scams,
                list(tree.path("cases"), ScriptReading::localCase));
    }

    private static Question question(JsonNode node) {
        return new Question(
                node.path("id").asString(),
                list(node.path("choices"), JsonNode::asString),
                node.has("when") ? condition(node.path("when")) : Condition.ALWAYS);
    }

    private static Scam scam(String id, JsonNode node) {
        Response response = Response.valueOf(upper(node.path("response")));
        return new Scam(id, response, list(node.path("clues"), ScriptReading::clue));
    }

    private static Clue clue(JsonNode node) {
        return new Clue(condition(node.path("when")), node.path("weight").asInt());
    }

    private static LocalCase localCase(JsonNode node) {
        return new LocalCase(node.path("id").asString(), node.path("scam").asString(), targeting(node.path("for")));
    }

    private static Condition condition(JsonNode node) {
        @Nullable Tier tier = node.has("tier") ? Tier.valueOf(upper(node.path("tier"))) : null;
        return new Condition(
                Map.copyOf(map(node.path("answers"), choices -> set(choices, JsonNode::asString))),
                set(node.path("signals"), signal -> Signal.valueOf(signal.asString())),
                set(node.path("facts"), fact -> Fact.of(fact.asString()).orElseThrow()),
                tier);
    }

    static Targeting targeting(JsonNode node) {
        return new Targeting(
                set(node.path("sites"), JsonNode::asString),
                day(node, "from"),
                day(node, "until"),
                set(node.path("months"), month -> Month.of(month.asInt())),
                set(node.path("days"), day -> DayOfWeek.of(day.asInt())),
                set(node.path("hours"), JsonNode::asInt),
                set(node.path("groups"), JsonNode::asString));
    }

    private static @Nullable LocalDate day(JsonNode node, String name) {
        return node.has(name) ? LocalDate.parse(node.path(name).asString()) : null;
    }

    private static String upper(JsonNode word) {
        return word.asString().toUpperCase(Locale.ROOT);
    }
}
