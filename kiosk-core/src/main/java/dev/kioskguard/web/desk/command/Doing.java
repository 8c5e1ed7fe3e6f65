package dev.kioskguard.web.desk.command;

import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a command does to a page, or at the machine. */
public enum Doing {
    /** A desk's own script has shown it. */
    DELIVERY(null),
    /** Somebody is coming. */
    ACKNOWLEDGEMENT(null),
    RELEASE(StaffWord.Action.RELEASE),
    HOLD(StaffWord.Action.HOLD),
    CANCEL(StaffWord.Action.CANCEL),
    ESCALATE(StaffWord.Action.ESCALATE),
    /** Somebody has walked past the machine; about no page. */
    PATROL(null),
    /** Somebody asks what there is to choose from before they close a page out. */
    FORM(null),
    /** Somebody says what a page turned out to be. */
    CLOSURE(null),
    /** Somebody who calls the police asks what to say. */
    PACKET(null),
    /** The head of the branch asks how the machine did of late; about no page. */
    OVERVIEW(null);

    static final Map<String, Doing> WORDS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Doing::word, Function.identity()));

    private final StaffWord.@Nullable Action action;

    Doing(StaffWord.@Nullable Action action) {
        this.action = action;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the verdict that it is; null where it is none. */
    public StaffWord.@Nullable Action action() {
        return action;
    }

    /** Returns whether it is about one page, and not about the machine. */
    public boolean isAboutAPage() {
        return this != PATROL && this != OVERVIEW;
    }

    public static Doing of(StaffWord.Action action) {
        return valueOf(action.name());
    }
}
