package dev.kioskguard.sim.measure.page;

import java.util.Map;

/** A transfer that nobody makes, for screens that are drawn to be measured and looked at. */
public final class MadeUp {

    /** What stands in the words of a screen, by the names of their placeholders; long where words can be long. */
    public static final Map<String, String> FACTS = Map.of(
            "payee", "欧阳**",
            "account", "1234",
            "amount", "¥1,200,000.00",
            "when", "24 小时后到账",
            "until", "11 月 22 日 15:04",
            "reason", "转账用途与常见骗局相符",
            "branch", "中山路支行",
            "hotline", "95588",
            "code", "4713");

    private MadeUp() {}
}
