package dev.kioskguard.paging.channel;

import org.jspecify.annotations.Nullable;

/**
 * What a desk for all machines of a branch hears. Called by one thread, one call after another. Whatever comes may be
 * forged: names are letters, digits, hyphens and underscores, texts are anything.
 */
public interface Branch {

    /** The way stands: from here on everything that stands outside is told anew, in no order. */
    void connected();

    /** The way has broken: nothing is heard until it stands again. */
    void lost();

    /**
     * A page stands outside.
     *
     * @param text null where none stands there any more
     */
    void page(String machine, String id, @Nullable String text);

    /** A machine has told, or others have told of it, how it is. */
    void status(String machine, String text);

    /** Something has happened at a machine, or a command is answered. */
    void event(String machine, String text);

    /**
     * The other side did what it must not do.
     *
     * @param kind one of a fixed few
     * @param detail what it was, without a word of what was sent
     */
    void refused(String kind, String detail);
}
