package dev.kioskguard.content;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The language of the interface. The key fields of a transfer are shown in Chinese whatever it is (银发〔2016〕261号). */
public enum Language {
    ZH("zh-CN", DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA)),
    EN("en", DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH));

    private final String tag;
    private final DateTimeFormatter minutes;

    Language(String tag, DateTimeFormatter minutes) {
        this.tag = tag;
        this.minutes = minutes;
    }

    /** The language that a BCP 47 tag asks for; Chinese where the tag is unknown, since every text has its Chinese. */
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }

    /** The BCP 47 tag that a page puts into its {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** The day and the minute as this language writes them, without the year. */
    public String minute(ZonedDateTime time) {
        return minutes.format(time);
    }
}
