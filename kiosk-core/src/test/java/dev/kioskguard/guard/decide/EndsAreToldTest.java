package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Language;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.web.front.Wording;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever's transfer did not go is told so, and why, in the shipped words. */
class EndsAreToldTest {

    private static final String NOTHING_WENT = "钱没有转出";
    private static final ContentPack PACK = ShippedContent.pack();
    private static final Wording WORDING =
            new Wording(() -> PACK, ZoneId.of("Asia/Shanghai"), Map.of("branch", "示范支行", "hotline", "95588"));

    private final Walk walk = Walk.at(Stage.REMIND_BEWARE);

    @Test
    void silenceIsToldAsNoAnswer() {
        walk.now = walk.now.plus(Duration.ofMinutes(3));
        walk.take(new GuardEvent.TimePassed(walk.now));

        assertThat(walk.stage()).isEqualTo(Stage.EXPIRED);
        assertThat(told(Language.ZH)).contains("没有收到您的回答", NOTHING_WENT);
        assertThat(told(Language.EN)).contains("no answer", "No money has been sent");
    }

    @Test
    void aPulledCardIsToldAsTakenOut() {
        walk.take(new GuardEvent.VisitEnded(walk.now, Walk.SESSION));

        assertThat(walk.stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(told(Language.ZH)).contains("卡已取走", NOTHING_WENT);
        assertThat(told(Language.EN)).contains("The card was taken", "No money has been sent");
    }

    @Test
    void aRestartIsNamed() {
        walk.take(new GuardEvent.Restarted(walk.now));

        assertThat(walk.stage()).isEqualTo(Stage.REFUSED);
        assertThat(told(Language.ZH)).contains("原因：机器重新启动", NOTHING_WENT);
        assertThat(told(Language.EN)).contains("The machine restarted", "No money has been sent");
    }

    @Test
    void aLostScreenIsNamedForWhoeverLooksAtItAgain() {
        walk.take(new GuardEvent.ScreenChanged(walk.now, false));

        assertThat(walk.stage()).isEqualTo(Stage.REFUSED);
        assertThat(told(Language.ZH)).contains("原因：").contains(NOTHING_WENT);
    }

    private String told(Language language) {
        Screen screen = walk.screen();
        var told = WORDING.told(screen.textId(), screen.arguments(), language);
        return told.title() + " " + String.join(" ", told.lines());
    }
}
