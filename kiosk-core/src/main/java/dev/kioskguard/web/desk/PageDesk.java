package dev.kioskguard.web.desk;

import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.web.desk.staff.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What there is to see at a desk, and where what staff say there goes. Thread-safe. A refusal is a {@link
 * dev.kioskguard.web.http.ProblemException}, thrown at once or failing the answer.
 */
public interface PageDesk {

    /** Returns how the machines are whose pages these are; empty where there is but the one beside the desk. */
    default Optional<Map<String, Object>> branch() {
        return Optional.empty();
    }

    /** Returns every page, as the desk's page reads them. */
    List<Map<String, Object>> pages();

    /**
     * Notes what somebody who may has done about a page.
     *
     * @param page its id; 404 where there is none
     * @return the page by then
     */
    CompletionStage<Map<String, Object>> say(String page, Happening happening, SignedIn who);

    /**
     * Decides about a page's transfer; the same action again gets the first answer.
     *
     * @param page its id; 404 where there is none
     * @param word of somebody whose role may do this
     * @return what is answered: {@code actionId, action, transferId, state}
     */
    CompletionStage<Map<String, Object>> decide(String page, StaffWord word, SignedIn who);
}
