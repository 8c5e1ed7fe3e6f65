package dev.kioskguard.app.branch;

import dev.kioskguard.audit.Turns;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.web.desk.branch.BranchBoard;
import dev.kioskguard.web.desk.drill.DrillBoard;
import dev.kioskguard.web.desk.drill.DrillRoutes;
import dev.kioskguard.web.http.stream.SseStreams;
import io.javalin.config.RoutesConfig;
import java.security.SecureRandom;
import java.util.List;

/** The drill of this desk: none of the machines hears of it, and a real page of any of them ends it. */
final class BranchDrill {

    /** Where a drill is, while no machine is here. */
    private static final String NOWHERE = "ATM";

    private final DrillBoard drills;
    private final DrillRoutes routes;
    private final BranchBoard board;
    private final Turns turns;

    private BranchDrill(DrillBoard drills, DrillRoutes routes, BranchBoard board, Turns turns) {
        this.drills = drills;
        this.routes = routes;
        this.board = board;
        this.turns = turns;
    }

    /** Makes it; whoever listens to {@code streams} is told of every step. */
    static BranchDrill of(Rota rota, BranchBoard board, Turns turns, DrillRoutes.Desk desk, SseStreams streams) {
        var chance = new SecureRandom();
        var drills = new DrillBoard(() -> somewhere(board, turns, chance), desk.journal(), () -> rota, chance);
        var routes = new DrillRoutes(turns, drills, board::isSomebodyWaiting, desk);
        drills.onChanged(drill -> streams.broadcast("drill", routes.told(drill)));
        return new BranchDrill(drills, routes, board, turns);
    }

    /** One of the machines that are here, as a page would name it. */
    private static String somewhere(BranchBoard board, Turns turns, SecureRandom chance) {
        List<String> here = board.here(turns.time().instant());
        return here.isEmpty() ? NOWHERE : here.get(chance.nextInt(here.size()));
    }

    void addTo(RoutesConfig all) {
        routes.addTo(all);
    }

    /** Ends a drill as soon as somebody real needs help, and lets time pass for one that runs. */
    void look() {
        if (drills.runs()) {
            var unused = turns.between(at -> {
                        if (board.isSomebodyWaiting()) {
                            drills.realPage(at);
                        } else {
                            drills.look(at);
                        }
                    })
                    .toCompletableFuture();
        }
    }
}
