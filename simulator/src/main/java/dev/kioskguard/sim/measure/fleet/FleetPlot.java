package dev.kioskguard.sim.measure.fleet;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How cost grows with the number of machines, as a picture: each figure over the machines, from nought. */
public final class FleetPlot {

    private static final int WIDTH = 440;
    private static final int HEIGHT = 360;

    private FleetPlot() {}

    /** Returns a PNG. */
    public static byte[] png(List<FleetFigures> all) throws IOException {
        XYChart connect = chart("until all are connected", "s", all);
        add(connect, "all at once", all, FleetFigures::connectSeconds);
        XYChart memory = chart("memory a machine", "kB", all);
        add(memory, "heap of its line", all, FleetFigures::heapKilobytes);
        add(memory, "broker, resident", all, FleetFigures::brokerKilobytes);
        XYChart waits = chart("from a page until", "ms", all);
        add(waits, "heard, p99", all, one -> one.heard().p99());
        add(waits, "heard, p50", all, one -> one.heard().p50());
        add(waits, "answered, p99", all, one -> one.answered().p99());
        add(waits, "answered, p50", all, one -> one.answered().p50());
        var out = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(List.of(connect, memory, waits), 1, 3, out, BitmapFormat.PNG);
        return out.toByteArray();
    }

    private static XYChart chart(String title, String unit, List<FleetFigures> all) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title + ", " + unit)
                .xAxisTitle("machines")
                .build();
        int most = all.stream().mapToInt(FleetFigures::machines).max().orElse(0);
        chart.getStyler().setChartBackgroundColor(Color.WHITE).setLegendPosition(LegendPosition.OutsideS);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax((double) most).setYAxisMin(0.0);
        return chart;
    }

    private static void add(XYChart chart, String name, List<FleetFigures> all, ToDoubleFunction<FleetFigures> which) {
        double[] machines = all.stream().mapToDouble(FleetFigures::machines).toArray();
        chart.addSeries(name, machines, all.stream().mapToDouble(which).toArray());
    }
}
