package dev.kioskguard.content;

import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The language of the interface. The key fields of a transfer are shown in Chinese whatever it is (银发〔2016〕261号). */
public enum Language {
    ZH("zh-CN", Locale.CHINA, "M月d日 HH:mm", "yyyy年M月", "。"),
    EN("en", Locale.ENGLISH, "d MMMM, HH:mm", "MMMM yyyy", ".");

    private final String tag;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter months;
    private final String fullStop;

    Language(String tag, Locale locale, String minutes, String months, String fullStop) {
        this.tag = tag;
        this.minutes = DateTimeFormatter.ofPattern(minutes, locale);
        this.months = DateTimeFormatter.ofPattern(months, locale);
        this.fullStop = fullStop;
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

    /** The month as this language writes it, with the year. */
    public String month(YearMonth month) {
        return months.format(month);
    }

    /** A text that has no end mark as a sentence. */
    public String sentence(String text) {
        return text.endsWith(fullStop) ? text : text + fullStop;
    }
}
