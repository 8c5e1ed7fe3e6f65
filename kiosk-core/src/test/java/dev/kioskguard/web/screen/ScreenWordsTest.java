package dev.kioskguard.web.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Language;
import dev.kioskguard.content.pack.ContentPacks;
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
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenWordsTest {

    private static final ContentPack PACK = ContentPacks.read(Path.of("..", "config", "content"));
    private static final Wording WORDING =
            new Wording(() -> PACK, ZoneOffset.UTC, Map.of("hotline", "95588", "branch", "中山路支行"));

    private static Map<String, Object> said(Kind kind, String textId, Manner manner, Choice... choices) {
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
        new ScreenWords(WORDING, new Receipts(WORDING), false).put(body, screen, GuardState.EMPTY, Language.ZH);
        return body;
    }

    @Test
    void whoeverReadsLittleIsToldInFewWords() {
        assertThat(said(Kind.HELD, "held.red", Manner.PLAIN))
                .containsEntry("body", List.of("已暂停，钱没有转出。", "请等大堂经理，或拨打 95588。", "原因：第一次给对方转账。", "申诉请带身份证和卡。"));
        assertThat(said(Kind.HELD, "held.red", Manner.ORDINARY).get("body"))
                .as("control: everybody else")
                .asString()
                .contains("大堂经理来核实，没问题马上恢复。");
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
