package dev.kioskguard.sim.measure.page;

import dev.kioskguard.content.Language;
import dev.kioskguard.content.Words;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** A transfer that nobody makes, for screens that are drawn to be measured and looked at. */
public final class MadeUp {

    /** What the words of a screen are about, by the names of their placeholders; long where words can be long. */
    private static final Map<String, String> FACTS = Map.of(
            "payee", "欧阳**",
            "surname", "欧阳",
            "account", "1234",
            "amount", "1,200,000.00",
            "currency", "CNY",
            "mode", "24-hours",
            "until", "2026-11-22T07:04:00Z",
            "reason", "bait-confirmed",
            "hotline", "95588",
            "code", "4713");

    private MadeUp() {}

    /** Returns the facts as a terminal spells them. */
    public static Map<String, String> facts(Words words, Language language) {
        Map<String, String> facts = new HashMap<>(FACTS);
        facts.put("branch", language == Language.ZH ? "中山路支行" : "Zhongshan Road branch");
        return words.spelled(facts, language, ZoneId.of("Asia/Shanghai"));
    }
}
