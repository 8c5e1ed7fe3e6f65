package dev.kioskguard.content;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Slogans and notices of a pack as values. */
final class ToldReading {

    private ToldReading() {}

    static Told told(PackFiles files) {
        Map<String, Told.Notice> notices = new LinkedHashMap<>();
        files.notices()
                .forEach((id, node) -> notices.put(
                        id,
                        new Told.Notice(
                                Duration.parse(node.path("read-for").asString()),
                                node.path("elder-only").asBoolean())));
        List<Told.Slogan> slogans =
                stream(files.slogans()).map(ToldReading::slogan).toList();
        return new Told(Map.of(), Map.of(), slogans, notices, Map.of());
    }

    private static Told.Slogan slogan(JsonNode node) {
        JsonNode text = node.path("text");
        return new Told.Slogan(
                node.path("id").asString(),
                new Text(text.path("zh").asString(), text.path("en").asString()),
                set(
                        node.path("where"),
                        place -> Told.Place.valueOf(place.asString().toUpperCase(Locale.ROOT))),
                targeting(node.path("for")));
    }

    private static Targeting targeting(JsonNode node) {
        return new Targeting(
                set(node.path("sites"), JsonNode::asString),
                day(node.path("from")),
                day(node.path("until")),
                set(node.path("months"), month -> Month.of(month.asInt())),
                set(node.path("days"), day -> DayOfWeek.of(day.asInt())),
                set(node.path("hours"), JsonNode::asInt),
                set(node.path("groups"), JsonNode::asString));
    }

    private static @Nullable LocalDate day(JsonNode node) {
        return node.isMissingNode() ? null : LocalDate.parse(node.asString());
    }

    private static <T> Set<T> set(JsonNode list, Function<JsonNode, T> read) {
        return stream(list).map(read).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
