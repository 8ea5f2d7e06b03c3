package org.ohmstead.bench.report;

import java.util.Locale;

/** What a figure is measured in. */
public enum Unit {
    PER_SECOND("msg/s", "%,.0f"),
    MILLIS("ms", "%,.1f"),
    SECONDS("s", "%,.2f"),
    MICROS("µs", "%,.2f"),
    MIB("MiB", "%,.0f"),
    KIB("KiB", "%,.2f"),
    BYTES("B", "%,.0f"),
    COUNT("", "%,.0f"),
    /** Of two figures of one run, made so that more is better; these are kept and compared. */
    RATIO("×", "%.3f"),
    /** Of two quantities of one run, such as late over early; shown, and not kept. */
    GROWTH("×", "%.2f");

    private final String symbol;
    private final String pattern;

    Unit(String symbol, String pattern) {
        this.symbol = symbol;
        this.pattern = pattern;
    }

    /** A value of this unit, as people read it. */
    public String text(double value) {
        String number = String.format(Locale.ROOT, pattern, value);
        return symbol.isEmpty() ? number : number + " " + symbol;
    }

    public String symbol() {
        return symbol;
    }
}
