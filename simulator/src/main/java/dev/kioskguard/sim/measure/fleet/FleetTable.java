package dev.kioskguard.sim.measure.fleet;

import dev.kioskguard.sim.measure.fleet.FleetFigures.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures of fleets in columns divided by tabs, with their names above: for people, for programs and for the plot. */
public final class FleetTable {

    private static final String HEADING = String.join(
            "\t",
            "machines",
            "load",
            "connect-s",
            "broker-kB",
            "heap-kB",
            "pages",
            "heard-p50-ms",
            "heard-p99-ms",
            "answered-p50-ms",
            "answered-p99-ms",
            "again");

    private FleetTable() {}

    public static String text(List<FleetFigures> all) {
        var text = new StringBuilder(HEADING + "\n");
        for (FleetFigures one : all) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d\t%.1f\t%.1f\t%.1f\t%.0f\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%d\n",
                    one.machines(),
                    one.load(),
                    one.connectSeconds(),
                    one.brokerKilobytes(),
                    one.heapKilobytes(),
                    one.pages(),
                    one.heard().p50(),
                    one.heard().p99(),
                    one.answered().p50(),
                    one.answered().p99(),
                    one.again()));
        }
        return text.toString();
    }

    /**
     * Reads what {@link #text} has written, in tenths.
     *
     * @throws IllegalArgumentException where it is another table
     */
    public static List<FleetFigures> read(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADING)) {
            throw new IllegalArgumentException("no figures of fleets; make them with ./kiosk fleet --out DIR");
        }
        var all = new ArrayList<FleetFigures>();
        for (String line : lines.subList(1, lines.size())) {
            all.add(figures(line.split("\t", -1)));
        }
        return List.copyOf(all);
    }

    private static FleetFigures figures(String[] cells) {
        return new FleetFigures(
                Integer.parseInt(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Integer.parseInt(cells[5]),
                wait(cells, 6),
                wait(cells, 8),
                Integer.parseInt(cells[10]));
    }

    private static Wait wait(String[] cells, int first) {
        return new Wait(Double.parseDouble(cells[first]), Double.parseDouble(cells[first + 1]));
    }
}
