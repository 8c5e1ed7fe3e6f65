package dev.kioskguard.web.desk.drill;

import dev.kioskguard.paging.drill.Score;
import tools.jackson.databind.node.ObjectNode;

/** A score as it is written. */
final class ScoreJson {

    private ScoreJson() {}

    /** Adds {@code acknowledgedIn} and {@code arrivedIn} in seconds, if anybody was; what was right; the points. */
    static void into(ObjectNode body, Score score) {
        score.toAcknowledge().ifPresent(span -> body.put("acknowledgedIn", span.toSeconds()));
        score.toArrive().ifPresent(span -> body.put("arrivedIn", span.toSeconds()));
        body.put("rightQuestion", score.question())
                .put("rightVerdict", score.verdict())
                .put("points", score.points())
                .put("pointsMax", Score.POINTS_MAX);
    }
}
