package dev.kioskguard.sim.browser;

import dev.kioskguard.content.Language;
import dev.kioskguard.content.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a guard of today adds to a screen: layout, mode, case card, slogan, cards of the idle machine. */
final class Dress {

    /** A transfer of the size that is warned of most. */
    private static final Map<String, String> USUAL =
            Map.of("payee", "欧阳**", "account", "1234", "amount", "20,000.00", "currency", "CNY");

    private static final List<String> SIGNS = List.of("refund-customer-service", "prize");
    private static final List<String> CARDS_ZH = List.of("退款不用您先转钱", "领奖不用您先交钱");
    private static final List<String> CARDS_EN = List.of("A refund needs no payment", "A prize needs no payment");
    private static final Set<String> OUTSIDE = Set.of("idle", "paused", "result", "notice");
    private static final Map<String, String> ALTERNATIVE = Map.of("warning", "happening", "reminder", "not-yet");

    private Dress() {}

    static ObjectNode on(ObjectNode state, String layout, String mode) {
        boolean chinese = state.path("language").asString().startsWith("zh");
        String kind = state.path("kind").asString();
        state.put("mode", mode).put("extensions", 3);
        if (!OUTSIDE.contains(kind)) {
            state.put("strip", chinese ? "陌生来电叫转账，先停下来问一问" : "Told to pay by a caller? Stop and ask");
        }
        if (kind.equals("warning")) {
            warning(state, layout, chinese);
        }
        if (kind.equals("idle")) {
            attract(state.putArray("attract"), chinese);
        }
        if (ALTERNATIVE.containsKey(kind)) {
            state.withArray("choices")
                    .addObject()
                    .put("id", ALTERNATIVE.get(kind))
                    .put("text", alternative(kind, chinese))
                    .put("key", "7");
        }
        return state;
    }

    private static String alternative(String kind, boolean chinese) {
        return Screens.PACK.words().choice(ALTERNATIVE.get(kind)).in(Language.of(chinese ? "zh" : "en"));
    }

    private static void warning(ObjectNode state, String layout, boolean chinese) {
        if (!layout.isEmpty()) {
            state.put("layout", layout).put("sign", "fake-police-safe-account");
        }
        ArrayNode body = state.withArray("body");
        String form = state.path("mode").asString().equals("plain") ? Words.PLAIN : "";
        body.insert(chinese ? body.size() : body.size() / 2, statement(form, Language.ZH));
        if (!chinese) {
            body.add(statement(form, Language.EN));
        }
        state.putObject("case")
                .put("place", chinese ? "城关镇" : "Chengguan")
                .put("date", chinese ? "2026年3月" : "March 2026")
                .put(
                        "trick",
                        chinese
                                ? "对方自称民警，说账户涉案，教她在机器上把存款转去核查。"
                                : "A caller posed as police, spoke of a case, and told her which keys to press.")
                .put("loss", chinese ? "损失 48,000 元。" : "Lost 48,000 yuan.");
    }

    /** What the guard adds to every warning, in the guard's own form. */
    private static String statement(String form, Language language) {
        Words words = Screens.PACK.words();
        return words.fill(
                words.term("statement.transfer" + form).in(language), words.spelled(USUAL, language, ZoneOffset.UTC));
    }

    private static void attract(ArrayNode cards, boolean chinese) {
        for (int i = 0; i < CARDS_ZH.size(); i++) {
            ObjectNode card = cards.addObject()
                    .put("title", chinese ? CARDS_ZH.get(i) : CARDS_EN.get(i))
                    .put("sign", SIGNS.get(i));
            card.putArray("lines")
                    .add(chinese ? "真的退款会自己回到卡里" : "A real refund returns by itself")
                    .add(chinese ? "有人教您按键，请先停下" : "If a caller names the keys to press, stop");
        }
    }
}
