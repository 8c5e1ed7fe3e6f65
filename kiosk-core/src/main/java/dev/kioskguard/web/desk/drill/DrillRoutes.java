package dev.kioskguard.web.desk.drill;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.content.Words;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Rights;
import dev.kioskguard.paging.drill.Drill;
import dev.kioskguard.paging.drill.Scene;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.front.Changes;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * {@code /desk/drills}: the head of the branch begins a drill and reads how it went, whoever is called answers it. What
 * is done here is told to the drill's board alone.
 */
public final class DrillRoutes {

    private static final Map<String, String> QUESTIONS =
            Scene.QUESTIONS.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));

    private static final Map<String, Deed> VERDICTS = Map.of(
            Deed.RELEASE.word(), Deed.RELEASE,
            Deed.HOLD.word(), Deed.HOLD,
            Deed.CANCEL.word(), Deed.CANCEL,
            Deed.ESCALATE.word(), Deed.ESCALATE);

    private final Turns turns;
    private final DrillBoard drills;
    private final PastDrills past;
    private final BooleanSupplier somebodyWaits;
    private final Desk desk;

    /** Makes the routes; {@code somebodyWaits} says whether a real page stands. */
    public DrillRoutes(Turns turns, DrillBoard drills, BooleanSupplier somebodyWaits, Desk desk) {
        this.turns = turns;
        this.drills = drills;
        this.past = new PastDrills(desk.journal());
        this.somebodyWaits = somebodyWaits;
        this.desk = desk;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/desk/drills", this::all);
        routes.post("/desk/drills", this::begin);
        routes.delete("/desk/drills/{id}", ctx -> {
            String staff = desk.sessions().requireTo(ctx, Deed.DRILL).staff().id();
            change(ctx, staff, "called-off", (drill, at) -> Optional.of(drill.over(Drill.End.CALLED_OFF, at)));
        });
        routes.post(
                "/desk/drills/{id}/acknowledgement",
                ctx -> change(ctx, whoMay(ctx), "acknowledged", (drill, at) -> drill.acknowledged(at)));
        routes.post(
                "/desk/drills/{id}/arrival",
                ctx -> change(ctx, whoMay(ctx), "arrived", (drill, at) -> drill.arrived(at)));
        routes.post("/desk/drills/{id}/question", ctx -> {
            String staff = whoMay(ctx);
            Fields fields = Fields.of(ctx);
            String question = fields.choice("question", QUESTIONS);
            fields.done();
            change(ctx, staff, "asked", (drill, at) -> drill.asked(question));
        });
        routes.post("/desk/drills/{id}/verdict", ctx -> {
            String staff = whoMay(ctx);
            Fields fields = Fields.of(ctx);
            Deed deed = fields.choice("action", VERDICTS);
            fields.done();
            change(ctx, staff, deed.word(), (drill, at) -> drill.decided(deed, at));
        });
    }

    /** Tells a drill as the desk reads it; how well it goes is not in it. */
    public String told(Drill drill) {
        return Json.text(DrillView.body(drill, desk.words().get()));
    }

    private String whoMay(Context ctx) {
        return desk.sessions().requireTo(ctx, Deed.ACKNOWLEDGE).staff().id();
    }

    private void all(Context ctx) {
        var staff = desk.sessions().require(ctx).staff();
        var body = new LinkedHashMap<String, Object>();
        drills.latest()
                .filter(Drill::runs)
                .ifPresent(drill ->
                        body.put("running", DrillView.body(drill, desk.words().get())));
        if (Rights.may(staff.role(), Deed.DRILL)) {
            body.put("past", past.latest());
        }
        Json.answer(ctx, 200, body);
    }

    private void begin(Context ctx) {
        String staff = desk.sessions().requireTo(ctx, Deed.DRILL).staff().id();
        Changes.make(
                ctx,
                turns,
                at -> {
                    if (somebodyWaits.getAsBoolean()) {
                        return Optional.of(Problem.conflict("page-open", "somebody real is waiting; go there first"));
                    }
                    if (drills.runs()) {
                        return Optional.of(Problem.conflict("drill-runs", "a drill is under way; end it first"));
                    }
                    drills.begin(at, staff);
                    return Optional.empty();
                },
                () -> answer(ctx, 201));
    }

    private void change(Context ctx, String staff, String what, BiFunction<Drill, Instant, Optional<Drill>> does) {
        String id = ctx.pathParam("id");
        Changes.make(
                ctx,
                turns,
                at -> {
                    drills.look(at);
                    Optional<Drill> next = does.apply(drills.running(id), at);
                    next.ifPresent(drill -> drills.did(at, drill, what, staff));
                    return next.isPresent()
                            ? Optional.empty()
                            : Optional.of(Problem.conflict("drill-step", "this is not the next step of the drill"));
                },
                () -> answer(ctx, 200));
    }

    private void answer(Context ctx, int status) {
        Json.answer(
                ctx,
                status,
                DrillView.body(drills.latest().orElseThrow(), desk.words().get()));
    }

    /** Who is at the desk, what it says, and where it is written. */
    public record Desk(DeskSessions sessions, Supplier<Words> words, Journal journal) {}
}
