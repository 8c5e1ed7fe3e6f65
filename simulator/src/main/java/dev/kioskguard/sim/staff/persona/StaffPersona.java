package dev.kioskguard.sim.staff.persona;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The characters of people whom a page calls. */
public enum StaffPersona {
    /** Is on the way within seconds, talks for a minute, and decides rightly. */
    PROMPT(Duration.ofSeconds(5), Duration.ofMinutes(1)),
    /** Takes the page when the lobby manager's half minute is over, and decides rightly in the end. */
    SLOW(Duration.ofSeconds(45), Duration.ofMinutes(4)),
    /** Is not there. */
    ABSENT(Duration.ZERO, Duration.ZERO),
    /** Is on the way within seconds, believes what it is told at first sight, and decides wrongly. */
    WRONG(Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** By the words of stories and of the bench. */
    public static final Map<String, StaffPersona> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(StaffPersona::word, Function.identity()));

    private static final String RED = "red";
    private static final String FIRST = "lobby-manager";

    /** How long after a release whoever was first asks for the second one that red wants. */
    private static final Duration NEXT_ASKED = Duration.ofSeconds(5);

    private final Duration onTheWay;
    private final Duration decided;

    StaffPersona(Duration onTheWay, Duration decided) {
        this.onTheWay = onTheWay;
        this.decided = decided;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what somebody of this character does about a call, in order. */
    public List<Act> acts(Call call) {
        if (this == ABSENT) {
            return List.of();
        }
        var acts = new ArrayList<Act>();
        acts.add(new Act(onTheWay, "acknowledge"));
        boolean releases = call.deceived == (this == WRONG);
        acts.add(new Act(decided, releases ? "release" : "cancel"));
        if (releases && this != WRONG && call.tier.equals(RED) && call.role.equals(FIRST)) {
            acts.add(new Act(decided.plus(NEXT_ASKED), "escalate"));
        }
        return acts;
    }

    /**
     * A page, as it calls one person.
     *
     * @param role whom it calls, by the desk's word
     * @param tier of the transfer
     * @param deceived whether somebody really talks the customer into it
     */
    public record Call(String role, String tier, boolean deceived) {}

    /**
     * What somebody is going to do at the desk.
     *
     * @param after how long after the call
     * @param action {@code acknowledge}, or one of the desk's verdicts
     */
    public record Act(Duration after, String action) {}
}
