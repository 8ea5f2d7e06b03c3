package org.ohmstead.bench.report;

/** What a figure must be on a machine with two cores. */
public record Goal(boolean atLeast, double value) {
    public static Goal atLeast(double value) {
        return new Goal(true, value);
    }

    public static Goal atMost(double value) {
        return new Goal(false, value);
    }

    public boolean isMet(double found) {
        return atLeast ? found >= value : found <= value;
    }

    String text(Unit unit) {
        return (atLeast ? "≥ " : "≤ ") + unit.text(value);
    }
}
