package dev.kioskguard.sim.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.draft.Drafter;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.pack.ContentException;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.paging.Page;
import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.read.StoryReader;
import dev.kioskguard.sim.story.virtual.VirtualStage;
import dev.kioskguard.sim.story.virtual.Workshop;
import dev.kioskguard.sim.whole.ConfigCopy;
import dev.kioskguard.web.desk.after.Closure;
import dev.kioskguard.web.desk.draft.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A close-out becomes a story that plays as it went, and a case that a pack takes once somebody has filled it in. */
class DraftStoriesTest {

    private static final Workshop WORKSHOP = Workshops.shipped(1);
    private static final Closure ROMANCE =
            new Closure("romance", List.of("talked-aside", "rang-the-family"), "网友李明说急需用钱", "家人来了才信\n第二行");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cases/daqing-2015",
                "cases/changsha-2012",
                "scams/kidnap",
                "scams/romance",
                "red-needs-two",
                "pulled-card",
                "pause-resumed",
                "silence",
                "coached-customer",
                "rules/missed-twice",
                "page-climbs"
            })
    void aDraftPlaysAsItsTransferWent(String story) throws IOException {
        replayed(Workshops.config().resolve("stories/" + story + ".yaml"));
    }

    @Test
    @Tag("nightly")
    void aDraftOfEachKindOfFraudPlaysAsItsTransferWent() throws IOException {
        try (Stream<Path> files = Files.list(Workshops.config().resolve("stories/scams"))) {
            for (Path file : files.sorted().toList()) {
                replayed(file);
            }
        }
    }

    private void replayed(Path file) throws IOException {
        String text;
        try (VirtualStage stage = played(StoryReader.read(file))) {
            text = Objects.requireNonNull(draft(stage.journal(), file).story());
        }
        assertThat(text).contains("- transfer: ").contains("- expect: {");
        Story draft = StoryReader.parse(file, text);
        try (VirtualStage stage = WORKSHOP.stage(draft)) {
            Outcome outcome = player().play(draft, stage);
            assertThat(outcome.failure()).as(text).isNull();
        }
    }

    @Test
    void nobodyIsNamedInADraftAndNoAmountIsToldToTheFen() throws IOException {
        Path file = Workshops.config().resolve("stories/scams/romance.yaml");
        String exact = Files.readString(file).replaceFirst("minor: [0-9]+", "minor: 1234567");
        Story told =
                StoryReader.parse(file, exact.replace("李明", "王小花").replace("6222020000000000109", "6222020000009999"));
        var closure = new Closure("romance", List.of(), "王小花在网上说急需用钱", "是王小花的表妹说的");
        try (VirtualStage stage = played(told)) {
            Drafts.Found found = draft(stage.journal(), file, closure);
            assertThat(found.card() + found.story())
                    .contains("minor: 1200000", "loss: 12000", "某人在网上说急需用钱", "李明")
                    .doesNotContain("王小花", "9999", "1234567", "12345");
            assertThat(journal(stage.journal())).as("control: the guard knew").contains("王小花");
        }
    }

    @Test
    void aPackTakesTheCaseOnceItsEnglishIsWrittenAndNotBefore() throws IOException {
        Path file = Workshops.config().resolve("stories/scams/romance.yaml");
        String card;
        try (VirtualStage stage = played(StoryReader.read(file))) {
            card = Objects.requireNonNull(draft(stage.journal(), file).card());
        }
        assertThat(card).contains("请补全空着的内容：/place/en、/trick/en", "# 经办人补充 Note: 第二行");
        Path pack = ConfigCopy.of(Workshops.config(), temp.resolve("config"), "terminal:", "terminal:")
                .resolve("content");
        String shipped = Files.readString(pack.resolve("cases.yaml"));
        Files.writeString(pack.resolve("cases.yaml"), shipped + card);
        assertThat(catchThrowableOfType(ContentException.class, () -> ContentPacks.read(pack)))
                .hasMessageContaining("cases.yaml line")
                .hasMessageContaining("/en");

        String filled = card.replaceFirst("en: \"\"", "en: Branch of examples")
                .replaceFirst("en: \"\"", "en: A net friend asked for money at once");
        Files.writeString(pack.resolve("cases.yaml"), shipped + filled);
        ContentPack read = ContentPacks.read(pack);
        assertThat(read.words().told().cases()).containsKey("romance-2026-11-1");
    }

    @Test
    void aFalseAlarmIsAStoryAndNoCase() throws IOException {
        Path file = Workshops.config().resolve("stories/help-and-back.yaml");
        try (VirtualStage stage = played(StoryReader.read(file))) {
            var closure = new Closure(Closure.FALSE_ALARM, List.of(), "", "");
            Drafts.Found found = draft(stage.journal(), file, closure);
            assertThat(found.card()).isNull();
            assertThat(found.story()).contains("Closed out as false-alarm");
        }
    }

    private static VirtualStage played(Story story) {
        VirtualStage stage = WORKSHOP.stage(story);
        assertThat(player().play(story, stage).failure()).as("control").isNull();
        return stage;
    }

    private Drafts.Found draft(Journal journal, Path file) {
        return draft(journal, file, ROMANCE);
    }

    private Drafts.Found draft(Journal journal, Path file, Closure closure) {
        var drafts = new Drafts(temp.resolve("of-" + file.getFileName()));
        var terminal = new KioskConfig.Terminal("ATM-1", "B-1", "示范支行", "96110", ZoneId.of("Asia/Shanghai"));
        new Drafter(drafts, journal, terminal).closedOut(page(journal), closure);
        return drafts.find(drafts.ids().get(0)).orElseThrow();
    }

    private static Page page(Journal journal) {
        JsonNode moves = StreamSupport.stream(journal.all().spliterator(), false)
                .map(line -> line.fields().open().path("moves"))
                .filter(all -> all.size() > 0)
                .findFirst()
                .orElseThrow();
        Instant at = journal.lastAt().orElseThrow();
        return new Page(
                "p",
                "ATM-1",
                1,
                "red",
                List.of(),
                List.of(),
                null,
                List.of(),
                at,
                at,
                Page.State.RESOLVED,
                moves.get(0).get(0).asString());
    }

    private static String journal(Journal journal) {
        return StreamSupport.stream(journal.all().spliterator(), false)
                .map(line ->
                        journal.personal(line.fields()).map(Object::toString).orElse(""))
                .toList()
                .toString();
    }

    private static StoryPlayer player() {
        return new StoryPlayer(WORKSHOP::stage, story -> WORKSHOP.chance());
    }
}
