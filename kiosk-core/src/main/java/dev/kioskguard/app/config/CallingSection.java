package dev.kioskguard.app.config;

import dev.kioskguard.app.config.Calling.Webhook;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.paging.Way;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the section {@code paging} of a file that fits the schema says of ways; without a word of it the own desk. */
final class CallingSection {

    private static final String WEBHOOK = "/paging/webhook";

    private CallingSection() {}

    /** Maps the ways; what does not fit together becomes a complaint. */
    static Calling map(ConfigText text, List<String> complaints) {
        JsonNode paging = text.tree().path("paging");
        var calling = new Calling(
                BrokerSection.map(text, complaints),
                webhook(text, paging.path("webhook"), complaints),
                paging.path("light").asBoolean(false),
                levels(paging.path("ways")));
        if (calling.light() && text.tree().path("devices").path("lights").isMissingNode()) {
            complaints.add(text.complaint("/paging/light", "needs devices.lights; name it, or leave the light out"));
        }
        calling.levels()
                .forEach((level, ways) -> ways.stream()
                        .filter(way -> !calling.there().contains(way) && complaints.isEmpty())
                        .forEach(way -> complaints.add(text.complaint(
                                "/paging/ways/" + Rota.called(level).word(),
                                "names %s, which is not set up; write paging.%s too, or leave it out"
                                        .formatted(way.word(), way.word())))));
        return calling;
    }

    private static @Nullable Webhook webhook(ConfigText text, JsonNode written, List<String> complaints) {
        if (written.isMissingNode()) {
            return null;
        }
        URI uri = Webhook.address(written.path("uri").asString());
        if (uri == null) {
            complaints.add(text.complaint(
                    WEBHOOK + "/uri", "is no address for pages; write https://host/path, http:// only at 127.0.0.1"));
            return null;
        }
        if (written.has("trust-store") != written.has("store-password")) {
            complaints.add(text.complaint(WEBHOOK, "needs trust-store and store-password together, or neither"));
        }
        return new Webhook(
                uri, written.path("secret").asString(), file(written, "trust-store"), file(written, "store-password"));
    }

    private static @Nullable String file(JsonNode written, String name) {
        return written.has(name) ? written.path(name).asString() : null;
    }

    private static Map<Integer, Set<Way>> levels(JsonNode table) {
        var levels = new TreeMap<Integer, Set<Way>>();
        for (int level = Page.LEVEL_FIRST; level <= Page.LEVEL_LAST; level++) {
            JsonNode row = table.path(Rota.called(level).word());
            if (!row.isMissingNode()) {
                var ways = EnumSet.noneOf(Way.class);
                row.forEach(word -> Way.of(word.asString()).ifPresent(ways::add));
                levels.put(level, ways);
            }
        }
        return levels;
    }
}
