package dev.kioskguard.app.doctor;

import dev.kioskguard.content.Text;
import java.util.Locale;

/** How a check came out. */
enum Grade {
    PASS("通过"),
    /** Works, or cannot be told from here: a person has to look. */
    WARN("注意"),
    /** The terminal is not fit. */
    FAIL("不合格");

    private final String chinese;

    Grade(String chinese) {
        this.chinese = chinese;
    }

    /** Returns the word in lines and JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Text text() {
        return new Text(chinese, word());
    }
}
