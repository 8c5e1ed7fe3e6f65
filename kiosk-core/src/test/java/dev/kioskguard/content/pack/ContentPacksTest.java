package dev.kioskguard.content.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Language;
import dev.kioskguard.content.Question;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.content.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentPacksTest {

    @TempDir
    private Path temp;

    private Path copy;

    @BeforeEach
    void copiesTheShippedPack() throws IOException {
        copy = ShippedContent.copyTo(temp.resolve("content"));
    }

    @Test
    void theShippedPackIsReadWithItsQuestionsInOrder() {
        ContentPack pack = ContentPacks.read(ShippedContent.DIR);

        assertThat(pack.script().questions().stream().map(Question::id))
                .startsWith("bait-sure", "know-payee", "how-met", "first-time", "contact-now")
                .endsWith("purpose-again", "coached");
        assertThat(pack.script().question("coached").choices()).containsExactly("yes", "no");
        assertThat(pack.words().screen("hang-up").voice()).isEqualTo("hang-up");
        assertThat(pack.words().choice("stop").in(Language.EN)).isEqualTo("Stop the transfer");
    }

    @Test
    void theVersionChangesWithASingleWord() throws IOException {
        String shipped = ContentPacks.read(copy).version();
        ShippedContent.edit(copy.resolve("choices.yaml"), "完成", "好的");

        assertThat(shipped).isEqualTo(ContentPacks.read(ShippedContent.DIR).version());
        assertThat(ContentPacks.read(copy).version()).isNotEqualTo(shipped).startsWith("2026.12.1+");
    }

    @Test
    void anUnknownIdIsNamed() {
        Words words = ContentPacks.read(copy).words();

        assertThatThrownBy(() -> words.screen("warning.nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("screen 'warning.nothing'");
        assertThatThrownBy(() -> words.reason("none-such")).hasMessageContaining("reason 'none-such'");
    }

    @ParameterizedTest
    @MethodSource
    void aBrokenPackIsRefusedWithItsPlace(String file, String from, String to, String named) throws IOException {
        BrokenPart.isRefused(copy, file, from, to, named);
    }

    @ParameterizedTest
    @MethodSource
    void aTextThatSaysTooMuchOrTooLittleIsRefused(String file, String from, String to, String named)
            throws IOException {
        BrokenPart.isRefused(copy, file, from, to, named);
    }

    static Stream<Arguments> aTextThatSaysTooMuchOrTooLittleIsRefused() {
        return Stream.of(
                arguments("screens/waiting.yaml", "原因：{reason}。", "要等一等。", "'reason'"),
                arguments("screens/asking.yaml", "请选最早认识的方式。", "请选最早认识对方的那一种方式，差不多就可以。", "at most 18"),
                arguments("screens/stops.yaml", "您说是来办退款：退款不用先转钱。", "您说是来办退款的，可是退款从来不需要先转出一笔钱。", "at most 24"),
                arguments(
                        "screens/reminders.yaml",
                        "    - {zh: 有一样，就先停下来。",
                        "    - {zh: 请先坐下来。, en: Sit down first.}\n    - {zh: 有一样，就先停下来。",
                        "/screens/reminder.beware/body"));
    }

    /** File, words in it, what replaces them, and what the message has to name. */
    static Stream<Arguments> aBrokenPackIsRefusedWithItsPlace() {
        return Stream.of(
                arguments("screens/asking.yaml", "ask.coached:", "ask.coach:", "'ask.coached'"),
                arguments("screens/waiting.yaml", "  voice: paused\n", "", "'voice'"),
                arguments("screens/asking.yaml", "ending {account}", "ending {acount}", "different placeholders"),
                arguments("screens/reminders.yaml", "  voice: hang-up", "  voice: hangup", "no clip 'hangup'"),
                arguments("screens/notices.yaml", "zh: 请插入银行卡, ", "", "'zh'"),
                arguments("screens/notices.yaml", "en: Please insert your card", "en: 请插卡", "/screens/idle/title/en"),
                arguments("screens/notices.yaml", "zh: 请插入银行卡", "zh: Card please", "line 3"),
                arguments("screens/notices.yaml", "  title: {zh: 请插", "  titel: {zh: 请插", "'titel'"),
                arguments("screens/notices.yaml", "请插入银行卡", "请先在这里插入您自己的银行卡", "fewer words"),
                arguments("screens/notices.yaml", "请插入银行卡", "'请插卡 {amount}'", "different placeholders"),
                arguments("screens/notices.yaml", "请插入银行卡", "请插卡 {amount}", "line 3"),
                arguments("screens/confirming.yaml", "这笔转账实时到账", "这笔转账马上到账", "实时到账"),
                arguments("screens/confirming.yaml", "24 小时后转出，在此之前可以撤销", "24 小时后转出", "撤销"),
                arguments("screens/confirming.yaml", "，尾号 {account}", "", "account"),
                arguments("screens/results.yaml", "原因：{reason}。", "原因不明。", "reason"),
                arguments("screens/stops.yaml", "您说是来办退款：退款不用先转钱。", "'退款 {code}'", "different placeholders"),
                arguments("choices.yaml", "help: {zh: 求助, en: Get help}", "", "'help'"),
                arguments("choices.yaml", "help: {", "stop: {zh: 停, en: Stop}\nhelp: {", "stop"),
                arguments("choices.yaml", "\nfriend: {", "\nmate: {", "'friend'"),
                arguments("reasons.yaml", "silence: ", "quiet: ", "'silence'"),
                arguments(
                        "reasons.yaml", "{zh: 机器繁忙, en: ", "{zh: '忙{code}', en: '{code}' }\nx: {zh: 忙, en: ", "[code]"),
                arguments("script.yaml", "refund, ", "", "/script/baits"),
                arguments("script.yaml", "goods, ", "goods, gifts, ", "'warning.gifts'"),
                arguments("script.yaml", "met-online, ", "", "/script/questions"),
                arguments("script.yaml", "questions:", "extra: 1\nquestions:", "'extra'"),
                arguments("script.yaml", "version: \"", "version: \"x", "/script/version"),
                arguments("voices.yaml", "钱没有转出", "转出 0 元", "/voices"),
                arguments("voices.yaml", "paused: ", "pausing: ", "'paused'"),
                arguments("voices.yaml", "paused: ", "spare: 多余\npaused: ", "/voices/spare"),
                arguments("terms.yaml", "sign: {", "sign: [", "line"));
    }

    @Test
    void theMessageNamesFileLinePathAndRemedy() throws IOException {
        ShippedContent.edit(copy.resolve("choices.yaml"), "en: Rent", "en: 房租");

        assertThatThrownBy(() -> ContentPacks.read(copy))
                .hasMessageContaining(copy.resolve("choices.yaml") + " line 7, /choices/rent/en: ")
                .hasMessageEndingWith("; write the text it should have");
    }

    @Test
    void aScreenThatStandsTwiceIsRefused() throws IOException {
        String notices = Files.readString(copy.resolve("screens/notices.yaml"));
        Files.writeString(copy.resolve("screens/more.yaml"), notices);

        assertThatThrownBy(() -> ContentPacks.read(copy))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("stands in screens/more.yaml already");
    }

    @Test
    void anAbsentEmptyOversizedOrBinaryFileIsRefused() throws IOException {
        Path terms = copy.resolve("terms.yaml");
        for (byte[] bytes : List.of(new byte[0], new byte[YamlFile.FILE_BYTES_MAX + 1], new byte[] {(byte) 0xff})) {
            Files.write(terms, bytes);
            assertThatThrownBy(() -> ContentPacks.read(copy))
                    .isInstanceOf(ContentException.class)
                    .hasMessageContaining("terms.yaml");
        }
        Files.delete(terms);
        assertThatThrownBy(() -> ContentPacks.read(copy))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("terms.yaml");
    }

    @Test
    void aTemplateTakesItsArgumentsAndNamesTheOneThatIsMissing() {
        Words words = ContentPacks.read(copy).words();
        Map<String, String> arguments = Map.of("payee", "张*{amount}$1", "amount", "20,000.00 元", "code", "unused");

        assertThat(words.fill("{amount} 转给 {payee}", arguments)).isEqualTo("20,000.00 元转给张*{amount}$1");
        assertThat(words.fill("to {payee}", arguments)).as("control").isEqualTo("to 张*{amount}$1");
        assertThatThrownBy(() -> words.fill("尾号 {account}", arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{account}");
    }

    @Test
    void factsAreSpelledInTheLanguageOfTheScreen() {
        Words words = ContentPacks.read(ShippedContent.DIR).words();
        Map<String, String> facts = Map.of(
                "amount", "20,000.00",
                "currency", "CNY",
                "mode", "24-hours",
                "until", "2026-11-22T14:05:00Z",
                "reason", "silence",
                "payee", "张*");
        ZoneId zone = ZoneId.of("Asia/Shanghai");

        assertThat(words.spelled(facts, Language.ZH, zone))
                .containsEntry("amount", "20,000 元")
                .containsEntry("when", "24 小时后到账")
                .containsEntry("until", "11月22日 22:05")
                .containsEntry("reason", words.reason("silence").zh())
                .containsEntry("payee", "张*");
        assertThat(words.spelled(facts, Language.EN, zone))
                .containsEntry("amount", "20,000 yuan")
                .containsEntry("until", "22 November, 22:05");
        assertThat(words.spelled(Map.of("amount", "20,000.50", "currency", "CNY"), Language.ZH, zone))
                .as("fen where there are fen")
                .containsEntry("amount", "20,000.50 元");
        assertThat(words.spelled(Map.of("amount", "5.00", "currency", "USD"), Language.ZH, zone))
                .containsEntry("amount", "USD 5.00");
        assertThat(words.spelled(Map.of(), Language.ZH, zone)).isEmpty();
    }
}
