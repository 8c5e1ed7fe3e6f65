package dev.kioskguard.paging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Whom a page calls, and for how long before it calls the next. Immutable.
 *
 * @param lobbyManager how long the first level has
 * @param headOfBranch how long the second has
 * @param officer how long the last has before the page shows that it reached nobody
 * @param hours when somebody is in the branch; without any somebody always is
 * @param zone in which the hours are meant
 */
public record Rota(Duration lobbyManager, Duration headOfBranch, Duration officer, List<Hours> hours, ZoneId zone) {

    /** Times a day that somebody comes to the branch or leaves it: more is a mistake in the file. */
    public static final int HOURS_MAX = 20;

    public Rota {
        hours = List.copyOf(hours);
    }

    /** Half a minute for the lobby manager, a minute and a half each for those after; always somebody there. */
    public static Rota usual(ZoneId zone) {
        return new Rota(Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofSeconds(90), List.of(), zone);
    }

    /** Returns whether somebody is in the branch, so that a person can come to the machine. */
    public boolean attended(Instant at) {
        return Hours.cover(hours, at, zone);
    }

    /** Returns the level that is called first: with nobody in the branch the officer who is on call elsewhere. */
    int first(Instant at) {
        return attended(at) ? Page.LEVEL_FIRST : Page.LEVEL_LAST;
    }

    /** Returns how long a level has before the next is called. */
    Duration patience(int level) {
        return switch (level) {
            case Page.LEVEL_FIRST -> lobbyManager;
            case Page.LEVEL_LAST -> officer;
            default -> headOfBranch;
        };
    }

    /** Returns who is called on a level; those before stay called. */
    public static Role called(int level) {
        return switch (level) {
            case Page.LEVEL_FIRST -> Role.LOBBY_MANAGER;
            case Page.LEVEL_LAST -> Role.OFFICER;
            default -> Role.HEAD_OF_BRANCH;
        };
    }
}
