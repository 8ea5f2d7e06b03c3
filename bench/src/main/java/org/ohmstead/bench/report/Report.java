package org.ohmstead.bench.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects figures, and says each as soon as it is known. */
public final class Report {
    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String scenario = "";

    public Report(PrintStream out) {
        this.out = out;
    }

    public void add(Figure figure) {
        if (!figure.scenario().equals(scenario)) {
            scenario = figure.scenario();
            out.println();
            out.println(scenario);
        }
        figures.add(figure);
        out.println(line(figure));
    }

    /** What a reader has to know to understand the figures. */
    public void note(String note) {
        notes.add(note);
        out.println("  " + note);
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Says which goals were missed; false if any. */
    public boolean close() {
        List<Figure> missed =
                figures.stream().filter(figure -> !figure.isGood()).toList();
        out.println();
        out.println(missed.isEmpty() ? "every goal is met" : "goals that are missed:");
        missed.forEach(figure ->
                out.println("  " + figure.scenario() + ": " + line(figure).strip()));
        return missed.isEmpty();
    }

    private static String line(Figure figure) {
        Unit unit = figure.unit();
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "  %-46s %16s", figure.name(), unit.text(figure.median())));
        if (figure.runs().size() > 1) {
            line.append(String.format(Locale.ROOT, "   %s to %s", unit.text(figure.least()), unit.text(figure.most())));
        }
        Goal goal = figure.goal();
        if (goal != null) {
            line.append("   ").append(goal.text(unit)).append(figure.isGood() ? "  met" : "  MISSED");
        }
        return line.toString();
    }
}
