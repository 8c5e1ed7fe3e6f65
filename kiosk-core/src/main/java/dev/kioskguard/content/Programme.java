package dev.kioskguard.content;

import dev.kioskguard.content.Told.Place;
import dev.kioskguard.content.Told.Slogan;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a pack shows where, at an instant and at one branch. Immutable; knows no clock.
 *
 * @param cases what has happened near by, told only where and when it is aimed at
 * @param site id of the branch
 * @param zone in which hours and days are meant
 */
public record Programme(List<Slogan> slogans, List<LocalCase> cases, String site, ZoneId zone) {

    /** Of whoever is not known to belong to a group. */
    public static final String ANYBODY = "standard";

    public Programme {
        slogans = List.copyOf(slogans);
        cases = List.copyOf(cases);
    }

    /** Returns the slogans for a place and a group of customers now, in the pack's order. */
    public List<Slogan> slogans(Place place, String group, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        return slogans.stream()
                .filter(slogan -> slogan.where().contains(place))
                .filter(slogan -> slogan.shownTo().holds(site, group, local))
                .toList();
    }

    /** Returns one slogan: the same turn gives the same one, and turn after turn all of them have theirs. */
    public Optional<Slogan> slogan(Place place, String group, Instant now, long turn) {
        List<Slogan> all = slogans(place, group, now);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get((int) Math.floorMod(turn, (long) all.size())));
    }

    /** Returns the local cases that are told to a group of customers now, in the pack's order. */
    public List<LocalCase> cases(String group, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        return cases.stream()
                .filter(one -> one.shownTo().holds(site, group, local))
                .toList();
    }
}
