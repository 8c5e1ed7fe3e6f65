package dev.kioskguard.sim.whole;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.guard.run.Time;
import java.time.Duration;

/** Alarms by the simulation's own clock: voices end as much sooner as it runs faster. */
record PacedAlarms(Alarms wall, Time time) implements Alarms {

    @Override
    public Alarm in(Duration delay, Runnable ring) {
        return wall.in(time.onTheWall(delay), ring);
    }
}
