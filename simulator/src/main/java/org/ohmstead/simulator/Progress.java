package org.ohmstead.simulator;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.simulator.station.network.Tally;

/** The line that says what runs: rewritten on a terminal, one after the other elsewhere. */
final class Progress {
    private final Tally tally;
    private final int stations;
    private final PrintStream out;
    private final boolean terminal;
    private long lastMessages;
    private long lastNanos = System.nanoTime();
    private @Nullable String toldError;

    Progress(Tally tally, int stations, PrintStream out, boolean terminal) {
        this.tally = tally;
        this.stations = stations;
        this.out = out;
        this.terminal = terminal;
    }

    /** There is always a console since JDK 22, but not by its declaration. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    void print() {
        long nanos = System.nanoTime();
        long messages = tally.messages();
        double rate = (messages - lastMessages) * 1e9 / Math.max(1, nanos - lastNanos);
        lastMessages = messages;
        lastNanos = nanos;
        String line = String.format(
                Locale.ROOT,
                "connected %d/%d  charging %d  sessions %d  messages %.0f/s  errors %d  energy %.1f kWh",
                tally.connected(),
                stations,
                tally.charging(),
                tally.sessions(),
                rate,
                tally.errors(),
                tally.wattHours() / 1000);
        String error = tally.lastError();
        if (error != null && !error.equals(toldError)) {
            toldError = error;
            out.println((terminal ? "\r\033[K" : "") + "  " + error);
        }
        out.print(terminal ? "\r\033[K" + line : line + System.lineSeparator());
        out.flush();
    }

    void end() {
        print();
        if (terminal) {
            out.println();
        }
    }
}
