package dev.kioskguard.paging;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * By which ways each level is called, all of them at once: a table of the bank's. Whoever was called on an earlier
 * level stays called by the ways of that level, too.
 *
 * @param levels the ways by level; a level that is not in it is called by every way there is
 */
public record Ways(Map<Integer, Set<Way>> levels) {

    /** Every way, from the first level on. */
    public static final Ways ALL = new Ways(Map.of());

    public Ways {
        levels = Map.copyOf(levels);
    }

    /** Returns whether a way is to have a page, as the page stands; the desk has every page. */
    public boolean call(Way way, Page page) {
        return way == Way.DESK
                || IntStream.rangeClosed(Page.LEVEL_FIRST, page.level()).anyMatch(level -> calls(level, way));
    }

    /** Returns whether somebody is still to be called by a way that knows nothing but on and off. */
    public boolean callsStill(Way way, Page page) {
        return switch (page.state()) {
            case RAISED, DELIVERED, ESCALATED, UNDELIVERED -> call(way, page);
            case ACKNOWLEDGED, RESOLVED -> false;
        };
    }

    private boolean calls(int level, Way way) {
        return levels.getOrDefault(level, EnumSet.allOf(Way.class)).contains(way);
    }
}
