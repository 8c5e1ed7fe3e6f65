package dev.kioskguard.sim.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Figures as people and as programs read them. */
public record Report(Instant at, List<Figure> figures) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Report {
        figures = List.copyOf(figures);
    }

    /** Returns the names of those that did not reach their goal. */
    public List<String> missed() {
        return figures.stream()
                .filter(figure -> !figure.isReached())
                .map(Figure::name)
                .toList();
    }

    /** Returns a line for each figure, below a heading. */
    public String table() {
        var table = new StringBuilder(
                row("name", "what", "median", "95 % of it", "p95", "p99", "peer", "ratio", "goal", "reached"));
        for (Figure figure : figures) {
            Spread peer = figure.peer();
            table.append(row(
                    figure.name(),
                    figure.what(),
                    told(figure.measured().median(), figure.measured().unit()),
                    told(figure.measured().low(), "to") + " "
                            + told(figure.measured().high(), "").strip(),
                    told(figure.measured().p95(), figure.measured().unit()),
                    told(figure.measured().p99(), figure.measured().unit()),
                    peer == null ? "" : told(peer.median(), peer.unit()),
                    peer == null ? "" : "%.2f".formatted(figure.value()),
                    figure.goal().of().word() + figure.goal().sense().sign() + " "
                            + plain(figure.goal().limit()),
                    figure.isReached() ? "yes" : "NO"));
        }
        return table.toString();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-14s %-58s %12s %17s %12s %12s %12s %8s %10s  %s", cells)
                        .stripTrailing() + "\n";
    }

    private static String told(double value, String unit) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f %s" : "%.0f %s", value, unit);
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
    }

    /** Returns the same for programs, with the machine it was measured on. */
    public String json() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        ObjectNode root = JSON.createObjectNode().put("at", at.toString());
        root.putObject("machine")
                .put("system", machine.getName() + " " + machine.getVersion() + " " + machine.getArch())
                .put("processors", machine.getAvailableProcessors())
                .put("load", machine.getSystemLoadAverage())
                .put("java", Runtime.version().toString());
        var all = root.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode one = all.addObject().put("name", figure.name()).put("what", figure.what());
            spread(one, figure.measured());
            Spread peer = figure.peer();
            if (peer != null) {
                spread(one.putObject("peer"), peer);
                one.put("ratio", figure.value());
            }
            one.putObject("goal")
                    .put("of", figure.goal().of().name().toLowerCase(Locale.ROOT))
                    .put("sense", figure.goal().sense().sign())
                    .put("limit", figure.goal().limit());
            one.put("reached", figure.isReached());
        }
        return root.toPrettyString() + "\n";
    }

    private static void spread(ObjectNode into, Spread spread) {
        into.put("unit", spread.unit())
                .put("median", spread.median())
                .put("p95", spread.p95())
                .put("p99", spread.p99());
        into.putArray("medianWithin").add(spread.low()).add(spread.high());
    }
}
