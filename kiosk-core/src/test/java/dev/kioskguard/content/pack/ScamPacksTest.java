package dev.kioskguard.content.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Scam;
import dev.kioskguard.content.Scam.Response;
import dev.kioskguard.content.ScreenText;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.content.Told;
import dev.kioskguard.risk.Condition;
import dev.kioskguard.risk.Fact;
import dev.kioskguard.vision.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kinds of fraud, local cases, slogans and notices: how they are read, and what refuses the pack. */
class ScamPacksTest {

    @TempDir
    private Path temp;

    private Path copy;

    @BeforeEach
    void copiesTheShippedPack() throws IOException {
        copy = ShippedContent.copyTo(temp.resolve("content"));
    }

    @Test
    void aKindOfFraudBecomesAWarningAndAQuestion() {
        ContentPack pack = ContentPacks.read(copy);

        ScreenText warning = pack.words().screen("warning.romance");
        assertThat(warning.title().zh()).isEqualTo("见了面再谈钱");
        assertThat(warning.body()).hasSize(2);
        assertThat(warning.voice()).isEqualTo("warning.romance");
        ScreenText question = pack.words().screen("ask.scam.romance");
        assertThat(question.title()).isEqualTo(pack.words().term("ask.scam"));
        assertThat(question.body())
                .containsExactly(pack.words().told().scams().get("romance").question());
        assertThat(question.voice()).isEqualTo("ask.scam.romance");
        assertThat(pack.words().told().sign("warning.romance")).contains("romance");
        assertThat(pack.words().told().sign("ask.scam.romance")).contains("romance");
        assertThat(pack.words().told().sign("warning.general")).as("control").isEmpty();
    }

    @Test
    void cluesAndFollowUpsKeepTheirConditions() {
        ContentPack pack = ContentPacks.read(copy);
        Scam kidnap = pack.script().scams().stream()
                .filter(scam -> scam.id().equals("kidnap"))
                .findFirst()
                .orElseThrow();

        assertThat(kidnap.response()).isEqualTo(Response.HOLD);
        assertThat(kidnap.clues())
                .contains(new Scam.Clue(
                        new Condition(
                                Map.of("purpose", Set.of("family-support", "other")),
                                Set.of(Signal.CALL_AT_EAR),
                                Set.of(),
                                null),
                        4));
        assertThat(pack.script().question("region-reason").when()).isEqualTo(Condition.of(Fact.OTHER_REGION));
        assertThat(pack.script().question("know-payee").when()).isEqualTo(Condition.ALWAYS);
    }

    @Test
    void whatIsToldElsewhereIsReadWithWhereWhenAndForWhom() {
        ContentPack pack = ContentPacks.read(copy);
        Told told = pack.words().told();

        assertThat(told.cases().get("example-accident").date()).isEqualTo(YearMonth.of(2026, Month.DECEMBER));
        assertThat(told.cases().get("example-accident").loss()).isEqualTo(20_000);
        assertThat(pack.script().cases()).hasSameSizeAs(told.cases().keySet());
        assertThat(told.slogans())
                .filteredOn(slogan -> slogan.id().equals("year-end"))
                .singleElement()
                .satisfies(slogan -> {
                    assertThat(slogan.where()).contains(Told.Place.STRIP, Told.Place.LED);
                    assertThat(slogan.shownTo().months()).containsExactlyInAnyOrder(Month.NOVEMBER, Month.DECEMBER);
                });
        assertThat(told.notices().get("withdrawal-tip")).isEqualTo(new Told.Notice(Duration.ZERO, true));
        assertThat(pack.words().screen("notice.withdrawal-tip").voice()).isEqualTo("notice.withdrawal-tip");
        assertThat(told.surnameClip("张")).contains("say.surname.zhang1");
        assertThat(told.surnameClip("欧阳")).contains("say.surname.ouyang");
        assertThat(told.surnameClip("x")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aBrokenPartRefusesThePackWithItsPlace(String file, String from, String to, String named) throws IOException {
        BrokenPart.isRefused(copy, file, from, to, named);
    }

    /** File, words in it, what replaces them, and what the message has to name. */
    static Stream<Arguments> aBrokenPartRefusesThePackWithItsPlace() {
        return Stream.of(scams(), elsewhere(), clips()).flatMap(all -> all);
    }

    private static Stream<Arguments> scams() {
        String people = "scams/people.yaml";
        return Stream.of(
                arguments(people, "zh: 网恋交友, ", "", "'zh'"),
                arguments(people, "name: {zh: 网恋交友", "nmae: {zh: 网恋交友", "'nmae'"),
                arguments(people, "见了面再谈钱", "先见了面以后再慢慢地谈钱吧", "fewer words"),
                arguments(people, "感情可以慢慢来，钱先放一放。", "感情可以慢慢来，钱不如先放一放比较好。", "fewer words"),
                arguments(people, "没见过面，可能受骗。", "没有见过面，可能受了骗。", "at most 11"),
                arguments(people, "zh: 见了面再谈钱", "zh: Meet first", "/scams/romance/warning/title/zh"),
                arguments(
                        people,
                        "        - {zh: 请和信得过的人说。",
                        "        - {zh: 慢慢来。, en: No hurry.}\n        - {zh: 请和信得过的人说。",
                        "/scams/romance/warning/plain/body"),
                arguments(people, "sign: romance", "sign: romanze", "signs/romanze.svg"),
                arguments(people, "signals: [CALL_AT_EAR]", "signals: [CALL_AT_NOSE]", "no signal 'CALL_AT_NOSE'"),
                arguments(people, "facts: [velocity]", "facts: [speed]", "no fact 'speed'"),
                arguments(people, "know-payee: [met-online]", "know-payee: [met-offline]", "no choice 'met-offline'"),
                arguments(people, "know-payee: [met-online]", "knows-payee: [met-online]", "no such question"),
                arguments(people, "weight: 5", "weight: 21", "/weight"),
                arguments(people, "weight: 5", "weight: 0", "/weight"),
                arguments(people, "response: hold", "response: wait", "/response"),
                arguments(people, "zh: 见了面再谈钱", "zh: '见面 {code}'", "different placeholders"),
                arguments(people, "talk: {zh: 我们聊两句，", "talk: {zh: '谈{branch}', en: 'Talk {branch}'} #", "[branch]"),
                arguments(people, "{zh: 网恋交友, en: ", "{zh: 网恋交友, zh: 又, en: ", "line"),
                arguments("scams/buying.yaml", "qr-trojan:", "romance:", "stands in scams/buying.yaml already"),
                arguments("screens/warnings.yaml", "warning.stranger:", "warning.romance:", "'warning.stranger'"),
                arguments(
                        "screens/warnings.yaml",
                        "warning.call:",
                        "warning.prize: &x\n  title: {zh: 奖, en: P}\n"
                                + "  body: [{zh: 奖, en: P}]\n  voice: warning.prize\nwarning.call:",
                        "'prize' has this screen"),
                arguments("script.yaml", "id: loan-met", "id: gold-seen", "'gold-seen' stands twice"),
                arguments("script.yaml", "goods-what: [gold]", "goods-what: [silver]", "no choice 'silver'"),
                arguments("script.yaml", "{facts: [other-region]}", "{}", "/when"));
    }

    private static Stream<Arguments> elsewhere() {
        return Stream.of(
                arguments("cases.yaml", "scam: brushing-job", "scam: brushing-jobs", "'brushing-jobs'"),
                arguments("cases.yaml", "id: example-tasks", "id: example-loan", "'example-loan' stands twice"),
                arguments("cases.yaml", "date: \"2026-03\"", "date: \"2026-13\"", "/date"),
                arguments("cases.yaml", "loss: 9800", "loss: -1", "/loss"),
                arguments("cases.yaml", "groups: [elder]", "group: [elder]", "'group'"),
                arguments(
                        "cases.yaml", "{months: [2, 3, 8, 9]}", "{from: 2026-09-01, until: 2026-03-01}", "ends before"),
                arguments("cases.yaml", "{months: [2, 3, 8, 9]}", "{from: 2026-02-31}", "no such day"),
                arguments("cases.yaml", "{months: [2, 3, 8, 9]}", "{months: [13]}", "within the limits"),
                arguments("slogans.yaml", "where: [strip, lobby]", "where: [roof]", "/where"),
                arguments("slogans.yaml", "id: own-number", "id: ask-first", "'ask-first' stands twice"),
                arguments("slogans.yaml", "转账之前问一句，不麻烦", "转账之前多问一句话，对谁都不算是麻烦呀", "fewer words"),
                arguments("slogans.yaml", "转账之前问一句，不麻烦", "'{amount}元'", "different placeholders"),
                arguments("notices.yaml", "read-for: PT8S", "read-for: 8s", "/read-for"),
                arguments("notices.yaml", "phone-binding:", "phone:", "'phone-binding'"),
                arguments("terms.yaml", "ask.scam:", "ask.scams:", "'ask.scam'"));
    }

    private static Stream<Arguments> clips() {
        return Stream.of(
                arguments("voices.yaml", "warning.romance: ", "warning.romanze: ", "'warning.romance'"),
                arguments("voices.yaml", "ask.scam.kidnap: ", "ask.scam.kidnip: ", "'ask.scam.kidnap'"),
                arguments("voices.yaml", "notice.e-banking: ", "notice.x-banking: ", "'notice.e-banking'"),
                arguments("voices.yaml", "say.choice.stop: ", "say.choice.stopp: ", "'say.choice.stop'"),
                arguments("voices.yaml", "say.key.enter: ", "say.key.inter: ", "'say.key.enter'"),
                arguments("voices.yaml", "say.number.wan: ", "say.number.wang: ", "'say.number.wan'"),
                arguments("surnames.yaml", "张: zhang1", "张: zhang2", "'say.surname.zhang2'"),
                arguments("surnames.yaml", "张: zhang1", "zhang: zhang1", "/surnames"));
    }

    @Test
    void aDialectMaySayLessButNothingElse() throws IOException {
        Path dialect = copy.resolve("voices.yue.yaml");
        Files.writeString(dialect, "hang-up: 請先掛斷電話。\n");
        String with = ContentPacks.read(copy).version();
        assertThat(with).isNotEqualTo(ContentPacks.read(ShippedContent.DIR).version());

        for (String broken : Set.of("hung-up: 請先掛斷電話。\n", "hang-up: 請打110。\n")) {
            Files.writeString(dialect, broken);
            assertThatThrownBy(() -> ContentPacks.read(copy))
                    .isInstanceOf(ContentException.class)
                    .hasMessageContaining("voices.yue.yaml");
        }
        Files.move(dialect, copy.resolve("voice.yue.yaml"));
        assertThatThrownBy(() -> ContentPacks.read(copy)).hasMessageContaining("is no file of a content pack");
    }

    @Test
    void thereIsRoomForAHundredKindsAndNotForMore() throws IOException {
        int shipped = ContentPacks.read(copy).script().scams().size();
        copiesOfParcel(ScamRules.SCAMS_MAX - shipped);
        assertThat(ContentPacks.read(copy).script().scams()).as("control").hasSize(ScamRules.SCAMS_MAX);

        copiesOfParcel(ScamRules.SCAMS_MAX - shipped + 1);
        assertThatThrownBy(() -> ContentPacks.read(copy)).hasMessageContaining("more than " + ScamRules.SCAMS_MAX);
    }

    private void copiesOfParcel(int count) throws IOException {
        String authority = Files.readString(copy.resolve("scams/authority.yaml"));
        String parcel = authority.substring(authority.indexOf("\nparcel:"), authority.indexOf("\ncard-consumption:"));
        Files.writeString(copy.resolve("scams/more.yaml"), repeated(count, parcel));
        Path voices = copy.resolve("voices.yaml");
        String before = Files.readString(ShippedContent.DIR.resolve("voices.yaml"));
        String spoken = "\nwarning.parcel: 包裹\nask.scam.parcel: 包裹";
        Files.writeString(voices, before + repeated(count, spoken));
    }

    private static String repeated(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("parcel:", "parcel%d:".formatted(i)))
                .collect(Collectors.joining());
    }
}
