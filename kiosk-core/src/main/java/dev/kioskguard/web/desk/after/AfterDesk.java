package dev.kioskguard.web.desk.after;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What is left to do once a customer is safe, at whichever desk; who asks may do it. Thread-safe. A refusal is a {@link
 * dev.kioskguard.web.http.ProblemException}, thrown at once or failing the answer.
 */
public interface AfterDesk {

    /** Returns what there is to choose from when a page is closed out: {@code was: [{id, zh, en}], helped}. */
    CompletionStage<Map<String, Object>> form(String page, String staff);

    /**
     * Writes down what a page turned out to be.
     *
     * @return {@code page, was}
     */
    CompletionStage<Map<String, Object>> close(String page, Closure closure, String staff);

    /** Returns what a person who calls the police has to say. */
    CompletionStage<Map<String, Object>> packet(String page, String staff);

    /** Returns how it went of late: {@code days, unusual, patrols}. */
    CompletionStage<Map<String, Object>> overview(String staff);

    /**
     * Writes down that somebody has walked past.
     *
     * @return {@code staff}, and where they went if there is more than one place
     */
    CompletionStage<Map<String, Object>> patrol(String staff);
}
