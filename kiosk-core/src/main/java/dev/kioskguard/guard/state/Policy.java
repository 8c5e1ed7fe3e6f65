package dev.kioskguard.guard.state;

import dev.kioskguard.content.Script;
import dev.kioskguard.risk.RiskPolicy;
import java.time.ZoneId;

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
     */
    public record Site(String branch, ZoneId zone, boolean hosted) {}
}
