package dev.kioskguard.guard.state;

import dev.kioskguard.content.Script;
import dev.kioskguard.paging.Hours;
import dev.kioskguard.risk.RiskPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Everything the guard decides by that a bank may set. */
public record Policy(Limits limits, Script script, RiskPolicy risk, Site site) {

    public ZoneId zone() {
        return site.zone();
    }

    public boolean hosted() {
        return site.hosted();
    }

    /** Returns this with other words to ask and to warn by. */
    public Policy with(Script now) {
        return new Policy(limits, now, risk, site);
    }

    /**
     * Where the machine stands.
     *
     * @param branch id of the branch, by which a pack may aim what it shows
     * @param hosted whether the guard owns the devices; beside an application it has to ask for the screen
     * @param attended when somebody is in the branch; without any span somebody always is
     */
    public record Site(String branch, ZoneId zone, boolean hosted, List<Hours> attended) {

        public Site {
            // A journal of before tells of no hours.
            attended = attended == null ? List.of() : List.copyOf(attended);
        }

        /** A branch in which somebody always is. */
        public Site(String branch, ZoneId zone, boolean hosted) {
            this(branch, zone, hosted, List.of());
        }

        /** Returns whether somebody can come to the machine. */
        public boolean isAttended(Instant at) {
            return Hours.cover(attended, at, zone);
        }
    }
}
