package dev.kioskguard.web.desk.branch;

import dev.kioskguard.web.desk.command.Doing;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a machine has answered to a command. Like all that comes from outside it may be forged, and is written anew.
 *
 * @param told null where it was refused
 * @param refusal null where it was done
 */
record Answer(
        String actionId, @Nullable Fields told, @Nullable Problem refusal) {

    private static final int ACTION_ID_LENGTH_MAX = 80;
    private static final int WORD_LENGTH_MAX = 100;
    private static final int DETAIL_LENGTH_MAX = 500;

    /**
     * Reads an event.
     *
     * @return null for an event that is no answer
     * @throws dev.kioskguard.web.http.ProblemException if it is none
     */
    static @Nullable Answer read(String text) {
        Fields fields = Fields.of(text.getBytes(StandardCharsets.UTF_8));
        if (!fields.text("kind", 1, WORD_LENGTH_MAX).equals("answer")) {
            return null;
        }
        String actionId = fields.text("actionId", 1, ACTION_ID_LENGTH_MAX);
        return fields.bool("ok")
                ? new Answer(actionId, fields.part("body"), null)
                : new Answer(actionId, null, refusal(fields.part("problem")));
    }

    /**
     * Returns what was answered to a command that does this.
     *
     * @throws dev.kioskguard.web.http.ProblemException if that is no such answer
     */
    Map<String, Object> body(Doing does) {
        return told == null ? Map.of() : AnswerForm.of(does, told);
    }

    /** A refusal of the machine is shown as its own desk would show it, but never as one of this desk's sign-ins. */
    private static Problem refusal(Fields told) {
        int status = (int) told.number("status", 400, 599);
        String type = told.text("type", 1, WORD_LENGTH_MAX);
        String code = type.substring(type.lastIndexOf(':') + 1);
        return new Problem(
                status == 401 ? 502 : status,
                code.matches("[a-z0-9-]{1,40}") ? code : "refused",
                told.text("detail", 1, DETAIL_LENGTH_MAX));
    }
}
