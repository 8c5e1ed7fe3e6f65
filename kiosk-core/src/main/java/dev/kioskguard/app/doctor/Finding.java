package dev.kioskguard.app.doctor;

import dev.kioskguard.content.Text;

/**
 * One line of an examination. Immutable.
 *
 * @param place which device or file, by the configuration's word or an address; empty where there is only one
 */
record Finding(Item item, String place, Outcome outcome) {

    private static final Text NOTHING = new Text("", "");

    Grade grade() {
        return outcome.grade();
    }

    /** Returns what to do; empty after a pass. */
    Text todo() {
        Text own = outcome.todo();
        if (grade() == Grade.PASS) {
            return NOTHING;
        }
        return own == null ? item.remedy() : own;
    }

    /** Returns it as the command line prints it. */
    String line() {
        String what = place.isEmpty() ? item.word() : item.word() + " " + place;
        String advice = todo().en();
        return "%-4s  %s: %s%s"
                .formatted(grade().word(), what, outcome.seen(), advice.isEmpty() ? "" : " -> " + advice);
    }
}
