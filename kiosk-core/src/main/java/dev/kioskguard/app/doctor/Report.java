package dev.kioskguard.app.doctor;

import dev.kioskguard.content.Text;
import dev.kioskguard.device.Inspected.Fact;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An examination that is over. Immutable.
 *
 * @param terminal as the bank's host knows it; empty where no configuration was read
 * @param version of the guard
 * @param present who was there; may be empty
 */
record Report(
        String terminal,
        String branch,
        OffsetDateTime at,
        String version,
        String present,
        List<Finding> findings,
        List<Fact> facts) {

    Report {
        findings = List.copyOf(findings);
        facts = List.copyOf(facts);
    }

    /** Returns whether nothing failed; somebody may still have to look at what is a warning. */
    boolean isFit() {
        return count(Grade.FAIL) == 0;
    }

    long count(Grade grade) {
        return findings.stream().filter(finding -> finding.grade() == grade).count();
    }

    /** Returns the last line for people. */
    Text summary() {
        return new Text(
                counted(isFit() ? "合格" : "不合格", "%s：%d 项通过，%d 项注意，%d 项不合格"),
                counted(isFit() ? "fit" : "not fit", "%s: %d passed, %d to look at, %d failed"));
    }

    private String counted(String verdict, String form) {
        return form.formatted(verdict, count(Grade.PASS), count(Grade.WARN), count(Grade.FAIL));
    }

    /** Returns the machine below, as its platform names it. */
    static String machine() {
        return "%s %s %s, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }

    /** Returns it as a document whose names and meanings stay. */
    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("terminal", terminal);
        document.put("branch", branch);
        document.put("at", at.toString());
        document.put("version", version);
        document.put("machine", machine());
        document.put("fit", isFit());
        for (Grade grade : Grade.values()) {
            document.put(grade.word(), count(grade));
        }
        document.put("checks", findings.stream().map(Report::check).toList());
        document.put("facts", facts.stream().map(Report::fact).toList());
        return document;
    }

    private static Map<String, Object> check(Finding finding) {
        var check = new LinkedHashMap<String, Object>();
        check.put("check", finding.item().word());
        check.put("place", finding.place());
        check.put("grade", finding.grade().word());
        check.put("seen", finding.outcome().seen());
        check.put("todo", both(finding.todo()));
        return check;
    }

    private static Map<String, Object> both(Text text) {
        return text.en().isEmpty() ? Map.of() : Map.of("zh", text.zh(), "en", text.en());
    }

    private static Map<String, Object> fact(Fact fact) {
        return Map.of("kind", fact.kind().name().toLowerCase(Locale.ROOT), "name", fact.name(), "value", fact.value());
    }
}
