package dev.kioskguard.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the shipped texts read: short lines, no blame, and in both languages the same facts. */
class ShippedWordsTest {

    /** Two lines of a screen are read at a glance; more than this is a paragraph. */
    private static final int PLAIN_LENGTH_MAX = 20;

    private static final int LINE_LENGTH_MAX = 24;

    private static final int SPOKEN_LENGTH_MAX = 45;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final ContentPack pack = ShippedContent.pack();
    private final Words words = pack.words();

    @Test
    void aTitleIsShortAndNoScreenIsAParagraph() {
        assertThat(words.screens()).as("control: there are screens").hasSizeGreaterThan(60);
        for (String id : words.screens()) {
            ScreenText screen = words.screen(id);
            assertThat(han(screen.title().zh())).as(id).isBetween(1, 12);
            assertThat(screen.body()).as(id).hasSizeBetween(1, id.startsWith("receipt.") ? 6 : 5);
            for (Text line : screen.body()) {
                assertThat(shown(line.zh()).length()).as(id + ": " + line.zh()).isLessThanOrEqualTo(LINE_LENGTH_MAX);
            }
        }
    }

    @Test
    void whoeverReadsLittleReadsShortLinesOfWhichTheSecondIsTheDeed() {
        List<ScreenText> plain = words.screens().stream()
                .map(words::screen)
                .filter(screen -> screen.plain() != null)
                .map(ScreenText::inFewWords)
                .toList();
        assertThat(plain).as("control: there are some").hasSizeGreaterThan(30);
        for (ScreenText screen : plain) {
            assertThat(screen.body())
                    .as("%s", screen)
                    .allSatisfy(line -> assertThat(shown(line.zh()).length()).isLessThanOrEqualTo(PLAIN_LENGTH_MAX));
        }
        for (String end :
                List.of("result.refused", "result.stopped.bait", "stop.refund", "held.red", "notice.pending")) {
            assertThat(words.screen(end).inFewWords().body().get(1).zh())
                    .as(end)
                    .contains("{hotline}");
        }
    }

    @Test
    void aWarningIsOneIdeaInTwoLinesOfEighteen() {
        List<String> warnings =
                words.screens().stream().filter(id -> id.startsWith("warning.")).toList();
        assertThat(warnings).hasSize(21 + words.told().scams().size());
        for (String id : warnings) {
            assertThat(words.screen(id).body())
                    .as(id)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.zh().length()).isLessThanOrEqualTo(18));
        }
    }

    @Test
    void noTextBlamesOrFrightens() {
        List<String> harsh = List.of("愚", "笨", "上当", "违法", "犯罪", "后果自负", "立即报警", "警告", "！");
        assertThat(everyText()).isNotEmpty().allSatisfy(text -> {
            assertThat(text.zh()).doesNotContain(harsh);
            assertThat(text.en().toLowerCase(Locale.ROOT)).doesNotContain("your fault,", "stupid", "!");
        });
    }

    @Test
    void noTextIsThereTwiceInOneScreenAndNoTwoWarningsShareATitle() {
        Set<String> titles = new TreeSet<>();
        for (String id : words.screens()) {
            assertThat(words.screen(id).body()).as(id).doesNotHaveDuplicates();
            if (id.startsWith("warning.")) {
                assertThat(titles.add(words.screen(id).title().zh())).as(id).isTrue();
            }
        }
    }

    @Test
    void whateverDidNotGoNamesAPersonANumberAndWhatToBring() {
        Predicate<String> ended = id -> id.startsWith("stop.")
                || Set.of("result.stopped.bait", "result.stopped.customer", "result.refused")
                        .contains(id);
        List<String> ends = words.screens().stream().filter(ended).toList();
        assertThat(ends).hasSize(pack.script().baits().size() + 3);
        for (String id : ends) {
            String all = words.screen(id).body().stream().map(Text::zh).reduce("", String::concat);
            assertThat(all).as(id).contains("钱没有转出", "身份证", "大堂经理", "{hotline}", "96110", "110");
        }
    }

    @Test
    void aCallerDoesNotHearThatHelpWasAskedFor() {
        assertThat(words.screen("held.asked").voice()).isNull();
        assertThat(words.screen("held.staff").voice()).as("control").isNotNull();
    }

    @Test
    void everyClipIsShortEnoughToWaitFor() throws IOException {
        List<SpokenLine> lines = SpokenLine.shipped();
        assertThat(lines.stream().map(SpokenLine::clip).filter(clip -> !clip.startsWith("say.")))
                .containsExactlyInAnyOrderElementsOf(words.clips());
        for (SpokenLine line : lines) {
            assertThat(han(line.words())).as(line.clip()).isBetween(1, SPOKEN_LENGTH_MAX);
        }
    }

    private Stream<Text> everyText() {
        Stream<Text> screens = words.screens().stream()
                .map(words::screen)
                .flatMap(screen -> Stream.concat(Stream.of(screen.title()), screen.body().stream()));
        Told told = words.told();
        Stream<Text> scams =
                told.scams().values().stream().flatMap(scam -> Stream.of(scam.name(), scam.question(), scam.talk()));
        return Stream.of(
                        screens,
                        scams,
                        told.cases().values().stream().map(Told.OfCase::trick),
                        told.slogans().stream().map(Told.Slogan::text),
                        words.choices().stream().map(words::choice),
                        words.reasons().stream().map(words::reason),
                        words.terms().stream().map(words::term))
                .flatMap(texts -> texts);
    }

    /** The line with each placeholder as wide as two characters, which is what a masked name or four digits take. */
    private static String shown(String line) {
        return line.replaceAll("\\{[a-z]+}", "张某");
    }

    private static int han(String text) {
        return Math.toIntExact(HAN.matcher(text).results().count());
    }
}
