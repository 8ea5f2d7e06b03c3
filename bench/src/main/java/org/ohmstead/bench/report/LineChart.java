package org.ohmstead.bench.report;

import java.util.List;
import java.util.Locale;

/** Quantities over time, one panel below the other, each on its own scale from zero. */
public final class LineChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 120;
    private static final int PANEL = 110;
    private static final int PLOT = 80;

    private LineChart() {}

    /** The text of an SVG file. */
    public static String of(List<Series> all) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            panel(body, all.get(i), 20 + i * PANEL);
        }
        return Svg.document(WIDTH, 20 + all.size() * PANEL, body.toString());
    }

    private static void panel(StringBuilder body, Series series, int top) {
        double most =
                series.samples().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        body.append(Svg.text(10, top, "start", series.name()));
        body.append(Svg.text(LEFT - 8, top + 16, "end", series.unit().text(most)));
        body.append(Svg.text(LEFT - 8, top + PLOT, "end", series.unit().text(0)));
        StringBuilder points = new StringBuilder();
        int last = Math.max(1, series.samples().size() - 1);
        for (int i = 0; i < series.samples().size(); i++) {
            double x = LEFT + (double) i / last * (WIDTH - LEFT - 20);
            double y = top + PLOT - (most > 0 ? series.samples().get(i) / most : 0) * (PLOT - 12);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        body.append("<polyline fill=\"none\" stroke=\"#2a6fb0\" points=\"")
                .append(points.toString().strip())
                .append("\"/>\n");
    }
}
