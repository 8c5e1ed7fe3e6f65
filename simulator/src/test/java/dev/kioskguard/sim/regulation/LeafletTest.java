package dev.kioskguard.sim.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.Text;
import dev.kioskguard.content.Words;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.sim.story.Workshops;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The leaflet that a branch hands out says what the guard does, in the words and times of the guard. */
class LeafletTest {

    private static final List<String> ZH_NUMBERS = List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十");
    private static final List<String> EN_NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final List<String> ASKED_OF_EVERYBODY =
            List.of("ask-purpose", "ask.know-payee", "ask.how-met", "ask.first-time", "ask.contact-now");

    private static final Words WORDS =
            ContentPacks.read(Workshops.config().resolve("content")).words();

    private static final String ENGLISH = "<section lang=\"en\">";

    private final String page = page();
    private final String zh = page.substring(page.indexOf("<body>"), page.indexOf(ENGLISH));
    private final String en = page.substring(page.indexOf(ENGLISH)).replaceAll("\\s+", " ");

    private static String page() {
        try {
            return Files.readString(Workshops.config().resolveSibling("docs").resolve("leaflet/index.html"));
        } catch (IOException e) {
            throw new IllegalStateException("there is no leaflet", e);
        }
    }

    @Test
    void theSilentCallIsTheKeyAndTheSecondsOfTheGuard() {
        int held = seconds(Limits.CLEAR_HELD);
        assertThat(zh).contains("按住键盘上的“更正”键" + ZH_NUMBERS.get(held) + "秒");
        assertThat(en).contains("hold the Clear key for " + EN_NUMBERS.get(held) + " seconds");
        assertThat(Limits.CLEAR_GAP_MAX).as("as both languages tell it").isEqualTo(Duration.ofMillis(1500));
        assertThat(zh).contains("每次相隔不超过一秒半");
        assertThat(en).contains("no more than one and a half seconds apart");
        int releases = Limits.RELEASES.getOrDefault("red", 0);
        assertThat(releases).isEqualTo(2);
        assertThat(zh).contains("两位工作人员都同意");
        assertThat(en).contains("when two of them agree");
    }

    @Test
    void everyKeyIsCalledAsTheScreenCallsIt() {
        for (String choice : List.of(Offers.PAUSE, Offers.HELP, Offers.STOP, Offers.GO_BACK, Offers.CHEATED)) {
            assertThat(zh).contains("“" + WORDS.choice(choice).zh() + "”");
            assertThat(en).contains("“" + WORDS.choice(choice).en() + "”");
        }
    }

    @Test
    void thePauseIsAsLongAsTheGuardKeepsIt() {
        int minutes = Math.toIntExact(Limits.USUAL.pause().toMinutes());
        assertThat(zh).contains(ZH_NUMBERS.get(minutes) + "分钟内回来");
        assertThat(en).contains("within " + EN_NUMBERS.get(minutes) + " minutes");
    }

    @Test
    void theQuestionsAreThoseThatEverybodyIsAsked() {
        List<Text> asked =
                ASKED_OF_EVERYBODY.stream().map(id -> WORDS.screen(id).title()).toList();
        assertThat(questions(zh)).containsExactlyElementsOf(words(asked, Text::zh));
        assertThat(questions(en)).containsExactlyElementsOf(words(asked, Text::en));
    }

    @Test
    void bothLanguagesHaveTheNumbersAndLeaveTheBranchItsOwn() {
        for (String part : List.of(zh, en)) {
            assertThat(part).contains("110", "96110", "{hotline}", "{branch}");
            assertThat(Words.placeholders(part)).containsExactlyInAnyOrder("branch", "hotline");
        }
        assertThat(zh).contains("24 小时", "撤销");
        assertThat(en).contains("24 hours", "cancel");
    }

    @Test
    void itPrintsByItselfAndWithoutANetwork() {
        assertThat(page).contains("@page").doesNotContain("http", "<script", "<link", "src=");
    }

    private static List<String> questions(String part) {
        return Pattern.compile("class=\"question\">([^<]+)<")
                .matcher(part)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> words(List<Text> texts, Function<Text, String> language) {
        return texts.stream().map(language).toList();
    }

    private static int seconds(Duration span) {
        return Math.toIntExact(span.toSeconds());
    }
}
