package dev.kioskguard.web.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Language;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.device.Key;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.screen.Screen.Look;
import dev.kioskguard.guard.screen.Screen.Times;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.web.front.Receipts;
import dev.kioskguard.web.front.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScreenWordsTest {

    private static final ContentPack PACK = ShippedContent.pack();
    private static final Wording WORDING =
            new Wording(() -> PACK, ZoneOffset.UTC, Map.of("hotline", "95588", "branch", "中山路支行"));

    private static Map<String, Object> said(Kind kind, String textId, Manner manner, Choice... choices) {
        return said(kind, textId, manner, Language.ZH, choices);
    }

    private static Map<String, Object> said(
            Kind kind, String textId, Manner manner, Language language, Choice... choices) {
        Map<String, String> facts = Map.of(
                "payee", "张**", "account", "9876", "amount", "20,000.00", "currency", "CNY", "reason", "first-time");
        var screen = new Screen(
                "t-1-1",
                kind,
                null,
                textId,
                facts,
                List.of(choices),
                null,
                null,
                new Times(Instant.EPOCH, Instant.EPOCH, Instant.MAX, false, 0),
                new Look(manner, null, null));
        var body = new LinkedHashMap<String, Object>();
        new ScreenWords(WORDING, new Receipts(WORDING), false).put(body, screen, GuardState.EMPTY, language);
        return body;
    }

    @Test
    void whoeverReadsLittleIsToldInFewWords() {
        assertThat(said(Kind.HELD, "held.red", Manner.PLAIN))
                .containsEntry("title", "已暂停，钱没有转出")
                .containsEntry("body", List.of("原因：第一次给对方转账。申诉请带身份证。", "请等大堂经理，或拨打 95588。"));
        assertThat(said(Kind.HELD, "held.red", Manner.ORDINARY).get("body"))
                .as("control: everybody else")
                .asString()
                .contains("大堂经理来核实，没问题马上恢复。");
    }

    @Test
    void anElderIsWarnedInFewWordsAndHeldInTheUsualOnes() {
        assertThat(said(Kind.WARNING, "warning.police-check", Manner.ELDER))
                .containsEntry("body", List.of("叫您转账的不是警察。", "请挂断，拨打 110。"));
        assertThat(said(Kind.WARNING, "warning.police-check", Manner.ORDINARY).get("body"))
                .as("control: everybody else")
                .isEqualTo(List.of("公安、法院不会要您转账配合调查。", "请挂断电话，自己拨打 110 核实。"));
        assertThat(said(Kind.HELD, "held.red", Manner.ELDER).get("body"))
                .asString()
                .contains("不同意可申诉");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"WARNING", "REMINDER", "HANG_UP", "CONFIRM"})
    void whatWarnsAndWhatMovesMoneyStandsInChineseTooBeforeTheCustomersOwnLanguage(Kind kind) {
        String textId = Map.of(
                        Kind.WARNING, "warning.goods",
                        Kind.REMINDER, "reminder.beware",
                        Kind.HANG_UP, "hang-up",
                        Kind.CONFIRM, "confirm.real-time")
                .get(kind);
        var body = said(kind, textId, Manner.ORDINARY, Language.of("en"));

        assertThat((List<?>) body.get("body"))
                .hasSize(2 * PACK.words().screen(textId).body().size())
                .first()
                .asString()
                .matches(".*\\p{IsHan}.*");
    }

    @Test
    void theSentencesToChooseFromAreShortAndSayWhichPictureIsTheirs() {
        var sentence = new Choice("first", Key.ONE, "comprehension.true", null);

        assertThat(said(Kind.COMPREHENSION, "comprehension", Manner.PLAIN, sentence))
                .containsEntry(
                        "choices",
                        List.of(Map.of(
                                "id", "first", "text", "钱归张**，不再是我的。", "key", "1", "picture", "comprehension.true")));
        assertThat(said(Kind.COMPREHENSION, "comprehension", Manner.ORDINARY, sentence))
                .as("control: nobody else is told which is which")
                .containsEntry(
                        "choices", List.of(Map.of("id", "first", "text", "20,000 元会归张** 所有，不再是我的。", "key", "1")));
    }
}
