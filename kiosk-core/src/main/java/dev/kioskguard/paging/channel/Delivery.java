package dev.kioskguard.paging.channel;

import java.util.Locale;

/** How far one page has come on one way. It says nothing of who has seen it: that is a desk's own word. */
public enum Delivery {
    /** Not yet confirmed by the other side. */
    WAITING,
    /** The other side has it as it stands. */
    TAKEN,
    /** The last try was in vain. */
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
