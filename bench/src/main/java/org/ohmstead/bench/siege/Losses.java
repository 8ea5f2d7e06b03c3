package org.ohmstead.bench.siege;

import java.util.LinkedHashSet;
import java.util.Set;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Report;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Target;

/** What the server has suffered so far. */
final class Losses {
    private static final double MIB = 1048576.0;

    private final Target target;
    private final int tlsPort;
    private final long atStart;
    private long atMost;
    private long internalErrors;
    private long doors;

    Losses(Target target, int tlsPort) {
        this.target = target;
        this.tlsPort = tlsPort;
        this.atStart = rss();
    }

    /** Where the next attack takes place. @param end of {@link System#nanoTime} @param seed of what is sent */
    Battlefield field(long end, long seed) {
        return new Battlefield(target.server().http(), tlsPort, end, seed);
    }

    /** Resident memory now, bytes. */
    long rss() {
        return target.server().facts().rss();
    }

    void look() {
        atMost = Math.max(atMost, rss());
    }

    void add(Battlefield field) {
        internalErrors += field.internalErrors();
        doors += field.doorsOpened();
    }

    void report(String name, Report report) {
        int traces = 0;
        int blocked = 0;
        Set<String> causes = new LinkedHashSet<>();
        String said = "";
        for (String line : target.server().log().lines().toList()) {
            if (!line.startsWith("\tat ")) {
                said = line;
                blocked += isOfBlocked(line) ? 1 : 0;
            } else if (!isOfBlocked(said)) {
                traces++;
                causes.add(said.strip());
            }
        }
        report.add(Figure.of(name, "resident memory at the start", Unit.MIB, atStart / MIB));
        report.add(Figure.of(name, "resident memory at most", Unit.MIB, atMost / MIB)
                .goal(Goal.atMost(1024)));
        report.add(Figure.of(name, "resident memory at the end", Unit.MIB, rss() / MIB));
        report.add(Figure.of(name, "crashes", Unit.COUNT, target.server().isAlive() ? 0 : 1)
                .goal(Goal.atMost(0)));
        report.add(Figure.of(name, "lines of stack traces in the log", Unit.COUNT, traces)
                .goal(Goal.atMost(0)));
        report.add(Figure.of(name, "seconds-long waits of an event loop", Unit.COUNT, blocked)
                .goal(Goal.atMost(0)));
        report.add(
                Figure.of(name, "internal errors", Unit.COUNT, internalErrors).goal(Goal.atMost(0)));
        report.add(Figure.of(name, "doors that opened", Unit.COUNT, doors).goal(Goal.atMost(0)));
        report.add(Figure.of(
                name,
                "lines in the log",
                Unit.COUNT,
                target.server().log().lines().count()));
        causes.stream().limit(3).forEach(line -> report.note("in the log: " + line));
    }

    /** Vert.x shows where a thread stands that is busy for long: no error of that place. */
    private static boolean isOfBlocked(String line) {
        return line.contains("Thread blocked");
    }
}
