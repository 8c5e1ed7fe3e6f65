package dev.kioskguard.app.wiring;

import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.drill.DrillBoard;
import dev.kioskguard.web.desk.drill.DrillRoutes;
import dev.kioskguard.web.http.stream.SseStreams;
import io.javalin.config.RoutesConfig;
import java.security.SecureRandom;

/** The drill of this machine: beside the pages, never among them. */
final class DeskDrill {

    private final GuardRunner guard;
    private final DrillBoard drills;
    private final DrillRoutes routes;

    private DeskDrill(GuardRunner guard, DrillBoard drills, DrillRoutes routes) {
        this.guard = guard;
        this.drills = drills;
        this.routes = routes;
    }

    /** Makes it; whoever listens to {@code streams} is told of every step. */
    static DeskDrill of(
            GuardSetup setup, GuardRunner guard, PageBoard board, DeskDoor.People people, SseStreams streams) {
        String machine = setup.config().current().terminal().id();
        var drills = new DrillBoard(
                () -> machine, people.journal(), () -> board.book().rota(), new SecureRandom());
        var desk = new DrillRoutes.Desk(
                people.staff().sessions(), () -> setup.wording().pack().words(), people.journal());
        var routes = new DrillRoutes(guard, drills, () -> board.book().isSomebodyWaiting(), desk);
        drills.onChanged(drill -> streams.broadcast("drill", routes.told(drill)));
        return new DeskDrill(guard, drills, routes);
    }

    void addTo(RoutesConfig all) {
        routes.addTo(all);
    }

    /** Ends a drill as soon as somebody real needs help; on the guard's thread. */
    void changed(Page page) {
        drills.realPage(page, guard.time().instant());
    }

    /** Lets time pass for a drill that runs. */
    void look() {
        if (drills.runs()) {
            var unused = guard.between(drills::look).toCompletableFuture();
        }
    }
}
