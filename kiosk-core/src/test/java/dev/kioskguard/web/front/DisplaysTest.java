package dev.kioskguard.web.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Language;
import dev.kioskguard.content.LocalCase;
import dev.kioskguard.content.Programme;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.content.Told.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the lobby reads: short enough to come round, and within a day everything that is meant for that day. */
class DisplaysTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MORNING = Instant.parse("2026-11-02T00:00:00Z");
    private static final ContentPack PACK = ShippedContent.pack();

    private final Displays displays = new Displays(new Wording(() -> PACK, SHANGHAI, Map.of()), "B-001");

    @Test
    void whatDoesNotFitIntoOneLoopHasItsTurnLater() {
        Set<String> lines = new HashSet<>();
        for (int hour = 0; hour < 24; hour++) {
            List<Map<String, Object>> loop = displays.lobby(MORNING.plus(Duration.ofHours(hour)), Language.ZH);
            assertThat(loop).hasSizeBetween(2, Displays.CARDS_MAX);
            loop.forEach(card -> lines.add(card.toString()));
        }

        var programme =
                new Programme(PACK.words().told().slogans(), PACK.script().cases(), "B-001", SHANGHAI);
        List<LocalCase> cases = programme.cases(Programme.ANYBODY, MORNING);
        assertThat(cases).as("control: more than one loop tells").hasSizeGreaterThan(4);
        assertThat(cases)
                .allSatisfy(near -> assertThat(lines)
                        .anyMatch(line -> line.contains(PACK.words()
                                .told()
                                .cases()
                                .get(near.id())
                                .trick()
                                .zh())));
        assertThat(programme.slogans(Place.LOBBY, Programme.ANYBODY, MORNING))
                .isNotEmpty()
                .allSatisfy(slogan -> assertThat(lines)
                        .anyMatch(line -> line.contains(slogan.text().zh())));
    }
}
