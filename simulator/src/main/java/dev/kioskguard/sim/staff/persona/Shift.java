package dev.kioskguard.sim.staff.persona;

import dev.kioskguard.sim.staff.persona.StaffPersona.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who is on duty, what each was called to, and what they are going to do about it. Not thread-safe. */
public final class Shift {

    /** How long somebody waits who cannot do yet what they have come for. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    private static final int CALLS_MAX = 500;

    private final Map<String, StaffPersona> people;
    private final Set<String> called = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > CALLS_MAX;
        }
    });
    private final List<Due> due = new ArrayList<>();
    private long count;

    /** A shift of these people, each by the desk's word for their role; whoever is not named is not there. */
    public Shift(Map<String, StaffPersona> people) {
        this.people = Map.copyOf(people);
    }

    /**
     * Shows a page to the staff: whoever is called by it now, and was not before, begins to act.
     *
     * @param page its id
     * @param roles whom it calls by now
     * @param deceived whether somebody really talks the customer into the transfer
     */
    public void shown(String page, List<String> roles, String tier, boolean deceived, Instant now) {
        for (String role : roles) {
            StaffPersona who = people.getOrDefault(role, StaffPersona.ABSENT);
            if (called.add(page + " " + role)) {
                who.acts(new Call(role, tier, deceived))
                        .forEach(act ->
                                due.add(new Due(now.plus(act.after()), ++count, new Deed(page, role, act.action()))));
            }
        }
    }

    /**
     * Has everything done that is due. Of a deed that cannot be done yet {@code done} says so and is asked again, and
     * what the same person means to do after it waits for it.
     */
    public void act(Instant now, Predicate<Deed> done) {
        List<Due> ripe = due.stream()
                .filter(each -> !each.at.isAfter(now))
                .sorted(Comparator.comparing(Due::number))
                .toList();
        due.removeAll(ripe);
        for (Due each : ripe) {
            boolean waits = due.stream().anyMatch(each::comesAfter) || !done.test(each.deed);
            if (waits) {
                due.add(new Due(now.plus(WAIT), each.number, each.deed));
            }
        }
    }

    /** Returns when somebody will do something next. */
    public Optional<Instant> next() {
        return due.stream().map(Due::at).min(Comparator.naturalOrder());
    }

    /**
     * What one of them does about a page.
     *
     * @param by their role
     * @param action {@code acknowledge}, or one of the desk's verdicts
     */
    public record Deed(String page, String by, String action) {

        /** Why, in words for the journal. */
        public String reason() {
            return "spoke with the customer";
        }

        /** Returns whether the customer's code is wanted for it. */
        public boolean wantsCode() {
            return action.equals("release");
        }
    }

    private record Due(Instant at, long number, Deed deed) {

        boolean comesAfter(Due other) {
            boolean samePerson = deed.page.equals(other.deed.page) && deed.by.equals(other.deed.by);
            return samePerson && number > other.number;
        }
    }
}
