package dev.kioskguard.content;

import java.util.Locale;

/** The language of the interface. The key fields of a transfer are shown in Chinese whatever it is (银发〔2016〕261号). */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language that a BCP 47 tag asks for; Chinese where the tag is unknown, since every text has its Chinese. */
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }

    /** The BCP 47 tag that a page puts into its {@code lang} attribute. */
    public String tag() {
        return tag;
    }
}
