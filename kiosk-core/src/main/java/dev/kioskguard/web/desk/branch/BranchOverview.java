package dev.kioskguard.web.desk.branch;

import dev.kioskguard.web.desk.after.Overview;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a branch did of late, out of what its machines have answered: counts are added up, everything else says of which
 * machine it is.
 */
final class BranchOverview {

    private static final String MEDIAN = "acknowledgedMedian";

    private BranchOverview() {}

    /**
     * Returns {@code days, unusual, patrols, missing}.
     *
     * @param told what each machine has answered
     * @param known the names of all machines; those that have not answered are missing
     */
    static Map<String, Object> of(Map<String, Map<String, Object>> told, Collection<String> known) {
        var body = new LinkedHashMap<String, Object>();
        body.put("days", days(told));
        body.put("unusual", marked(told, "unusual"));
        List<Map<String, Object>> patrols = marked(told, "patrols");
        patrols.sort(Comparator.comparing(patrol -> String.valueOf(patrol.get("at"))));
        body.put("patrols", patrols.subList(Math.max(0, patrols.size() - Overview.PATROLS_SHOWN_MAX), patrols.size()));
        body.put(
                "missing",
                known.stream().filter(name -> !told.containsKey(name)).toList());
        return body;
    }

    /** A middle one of several cannot be had out of theirs, so each machine's stands by itself. */
    private static List<Map<String, Object>> days(Map<String, Map<String, Object>> told) {
        var days = new TreeMap<String, Map<String, Object>>();
        told.forEach((machine, overview) -> parts(overview, "days").forEach(day -> {
            String date = String.valueOf(day.get("day"));
            Map<String, Object> sum = days.computeIfAbsent(date, BranchOverview::empty);
            Overview.COUNTS.keySet().forEach(name -> sum.merge(name, day.get(name), (a, b) -> ((Long) a) + ((Long) b)));
            if (day.get(MEDIAN) instanceof String median) {
                medians(sum).put(machine, median);
            }
        }));
        return List.copyOf(days.values());
    }

    private static Map<String, Object> empty(String date) {
        var day = new LinkedHashMap<String, Object>();
        day.put("day", date);
        Overview.COUNTS.keySet().forEach(name -> day.put(name, 0L));
        day.put("acknowledgedMedians", new LinkedHashMap<String, String>());
        return day;
    }

    @SuppressWarnings("unchecked") // Put there by this class.
    private static Map<String, String> medians(Map<String, Object> day) {
        return (Map<String, String>) Objects.requireNonNull(day.get("acknowledgedMedians"));
    }

    private static List<Map<String, Object>> marked(Map<String, Map<String, Object>> told, String list) {
        var all = new ArrayList<Map<String, Object>>();
        told.forEach((machine, overview) -> parts(overview, list).forEach(one -> {
            var marked = new LinkedHashMap<>(one);
            marked.put("machine", machine);
            all.add(marked);
        }));
        return all;
    }

    @SuppressWarnings("unchecked") // Written by AnswerForm, as lists of maps.
    private static List<Map<String, Object>> parts(Map<String, Object> overview, String list) {
        return (List<Map<String, Object>>) Objects.requireNonNull(overview.get(list));
    }
}
