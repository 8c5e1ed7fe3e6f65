package dev.kioskguard.sim.story.persona;

import java.util.Map;

/** What an honest customer answers: to the questions of the contract, and to the follow-ups of the shipped content. */
public final class Truth {

    /** What somebody can tell whose story is their own. */
    private static final Map<String, String> DETAILS = Map.ofEntries(
            Map.entry("ask-purpose", "family-support"),
            Map.entry("how-met", "in-person"),
            Map.entry("contact-now", "nobody"),
            Map.entry("house-account", "contract-supervised"),
            Map.entry("renovation-home", "own-home"),
            Map.entry("renovation-quote", "quote-paper"),
            Map.entry("loan-paper", "written-paper"),
            Map.entry("loan-met", "met-lately"),
            Map.entry("goods-what", "daily-goods"),
            Map.entry("gold-seen", "seen-in-shop"),
            Map.entry("investment-advice", "bank-adviser"),
            Map.entry("medical-spoken", "spoke-patient"),
            Map.entry("family-spoken", "spoke-myself"),
            Map.entry("rent-viewed", "viewed-home"),
            Map.entry("school-account", "school-notice"),
            Map.entry("other-what", "pay-service"),
            Map.entry("region-reason", "lives-there"));

    private Truth() {}

    /** Returns what is true of a question; whatever else is asked of an honest customer is not the case. */
    static String of(String question, Errand errand) {
        return switch (question) {
            case "know-payee" -> errand.isFamily() ? "relative" : "friend";
            case "first-time" -> errand.isFirstTime() ? "yes" : "no";
            case "purpose-again" -> errand.purpose() == null ? "family-support" : errand.purpose();
            default -> DETAILS.getOrDefault(question, "no");
        };
    }

    /**
     * Returns the honest answer to any screen that wants one.
     *
     * @throws IllegalStateException naming the screen that has no honest answer
     */
    public static Answer told(Look look, Errand errand) {
        return Talker.honest(look, errand)
                .orElseThrow(() -> new IllegalStateException("nothing honest can be answered to " + look));
    }
}
