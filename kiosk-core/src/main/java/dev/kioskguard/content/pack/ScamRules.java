package dev.kioskguard.content.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Kinds of fraud, local cases and slogans: as many as a customer can profit from, each once, and each with what it
 * names.
 *
 * @param signs the names of the pictograms
 */
record ScamRules(PackFiles files, Set<String> signs) {

    /** The most kinds of fraud. */
    static final int SCAMS_MAX = 100;

    /** The most local cases. */
    static final int CASES_MAX = 200;

    /** The most slogans. */
    static final int SLOGANS_MAX = 200;

    void check() {
        JsonNode tree = files.tree();
        atMost(SCAMS_MAX, "scams");
        atMost(CASES_MAX, "cases");
        atMost(SLOGANS_MAX, "slogans");
        tree.path("scams").propertyNames().forEach(this::scam);
        Set<String> cases = new HashSet<>();
        for (int i = 0; i < tree.path("cases").size(); i++) {
            once(cases, "/cases/" + i);
            scamOf("/cases/" + i + "/scam");
            daysOf("/cases/" + i + "/for");
        }
        Set<String> slogans = new HashSet<>();
        for (int i = 0; i < tree.path("slogans").size(); i++) {
            once(slogans, "/slogans/" + i);
            daysOf("/slogans/" + i + "/for");
        }
    }

    private void atMost(int most, String section) {
        if (files.tree().path(section).size() > most) {
            throw files.broken("/" + section, "there are more than " + most, "remove those that are out of date");
        }
    }

    private void scam(String id) {
        String sign = files.tree().path("scams").path(id).path("sign").asString();
        if (!signs.contains(sign)) {
            throw files.broken(
                    "/scams/" + id + "/sign", "there is no sign '" + sign + "'", "add signs/" + sign + ".svg");
        }
        for (String screen : Set.of("warning." + id, "ask.scam." + id)) {
            if (files.tree().path("screens").has(screen)) {
                throw files.broken(
                        "/screens/" + screen, "the kind of fraud '" + id + "' has this screen", "keep one of the two");
            }
        }
    }

    private void scamOf(String pointer) {
        String scam = files.tree().at(pointer).asString();
        if (!files.tree().path("scams").has(scam)) {
            throw files.broken(pointer, "there is no kind of fraud '" + scam + "'", "name one of scams/");
        }
    }

    private void once(Set<String> seen, String pointer) {
        String id = files.tree().at(pointer + "/id").asString();
        if (!seen.add(id)) {
            throw files.broken(pointer, "the id '" + id + "' stands twice", "give it another");
        }
    }

    private void daysOf(String pointer) {
        JsonNode target = files.tree().at(pointer);
        LocalDate from = day(pointer, target, "from");
        LocalDate until = day(pointer, target, "until");
        if (from.isAfter(until)) {
            throw files.broken(pointer, "ends before it begins", "exchange 'from' and 'until'");
        }
    }

    private LocalDate day(String pointer, JsonNode target, String name) {
        try {
            String none = name.equals("from") ? LocalDate.MIN.toString() : LocalDate.MAX.toString();
            return LocalDate.parse(target.path(name).asString(none));
        } catch (DateTimeException e) {
            throw files.broken(pointer + "/" + name, "there is no such day", "write it as 2026-12-31");
        }
    }
}
