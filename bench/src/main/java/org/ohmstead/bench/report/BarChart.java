package org.ohmstead.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as bars, those of one unit beside each other on one scale; a thin line spans the runs, a tick is the goal. */
public final class BarChart {
    private static final int WIDTH = 1000;
    private static final int LABELS = 500;
    private static final int BARS = 360;
    private static final int ROW = 22;

    private final StringBuilder body = new StringBuilder();
    private int y = 10;

    private BarChart() {}

    /** The text of an SVG file. */
    public static String of(List<Figure> figures) {
        BarChart chart = new BarChart();
        Map<Unit, List<Figure>> byUnit = new LinkedHashMap<>();
        figures.forEach(figure ->
                byUnit.computeIfAbsent(figure.unit(), unit -> new ArrayList<>()).add(figure));
        byUnit.forEach(chart::panel);
        return Svg.document(WIDTH, chart.y + 10, chart.body.toString());
    }

    private void panel(Unit unit, List<Figure> figures) {
        y += ROW;
        body.append(Svg.text(10, y, "start", unit.symbol().isEmpty() ? "number" : unit.symbol()));
        double most = figures.stream()
                .mapToDouble(figure -> Math.max(
                        figure.most(), figure.goal() == null ? 0 : figure.goal().value()))
                .max()
                .orElse(0);
        double scale = most > 0 ? BARS / most : 0;
        y += 6;
        figures.forEach(figure -> bar(figure, scale));
    }

    private void bar(Figure figure, double scale) {
        int middle = y + ROW / 2;
        body.append(Svg.text(LABELS - 8, middle + 4, "end", figure.key()));
        body.append(
                rectangle(LABELS, y + 4, figure.median() * scale, ROW - 8, figure.isGood() ? "#2a6fb0" : "#b5442e"));
        body.append(rectangle(
                LABELS + figure.least() * scale, middle - 1, (figure.most() - figure.least()) * scale, 2, "#111"));
        Goal goal = figure.goal();
        if (goal != null) {
            body.append(rectangle(LABELS + goal.value() * scale - 1, y + 1, 2, ROW - 2, "#d09010"));
        }
        body.append(
                Svg.text(LABELS + BARS + 8, middle + 4, "start", figure.unit().text(figure.median())));
        y += ROW;
    }

    private static String rectangle(double x, double y, double width, double height, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y,
                Math.max(0, width),
                height,
                colour);
    }
}
