package dev.kioskguard.sim.browser;

import dev.kioskguard.content.Language;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a guard of today adds to a screen: layout, mode, case card, slogan, cards of the idle machine. */
final class Dress {

    private static final String SIGN = "example";
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
        if (state.path("screenId").asString().startsWith("result.cleared")) {
            state.withArray("choices")
                    .addObject()
                    .put("id", "cheated")
                    .put("text", chinese ? "我可能被骗了，请帮我" : "I may have been cheated. Help me")
                    .put("key", "fdk04");
        }
        return state;
    }

    private static String alternative(String kind, boolean chinese) {
        return kind.equals("warning")
                ? Screens.PACK.words().choice("happening").in(Language.of(chinese ? "zh" : "en"))
                : chinese ? "我还没问过" : "I have not asked yet";
    }

    private static void warning(ObjectNode state, String layout, boolean chinese) {
        if (!layout.isEmpty()) {
            state.put("layout", layout).put("sign", SIGN);
        }
        ArrayNode body = state.withArray("body");
        body.insert(chinese ? body.size() : body.size() / 2, "您正在把 20,000 元转给 欧阳**，尾号 1234。");
        if (!chinese) {
            body.add("You are sending 20,000 yuan to 欧阳**, account ending 1234.");
        }
        state.putObject("case")
                .put("place", chinese ? "城关镇" : "Chengguan")
                .put("date", "2026-03")
                .put(
                        "trick",
                        chinese
                                ? "对方自称客服，说办理退款要先转一笔验证的钱，教她在机器上操作"
                                : "A caller said a refund needs a payment first, and told her which keys to press")
                .put("loss", chinese ? "损失 48,000 元" : "Lost 48,000 yuan");
    }

    private static void attract(ArrayNode cards, boolean chinese) {
        for (int i = 1; i <= 2; i++) {
            ObjectNode card = cards.addObject()
                    .put("title", chinese ? "退款不用您先转钱" : "A refund needs no payment")
                    .put("sign", SIGN);
            card.putArray("lines")
                    .add(chinese ? "真的退款会自己回到卡里，第 " + i + " 条" : "A real refund returns by itself. No. " + i)
                    .add(chinese ? "有人教您按键，请先停下" : "If a caller names the keys to press, stop");
        }
    }
}
