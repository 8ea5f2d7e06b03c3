package org.ohmstead.bench.faults;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.load.Cards;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Report;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Api;
import org.ohmstead.bench.rig.Target;

/** One server under load, to which things are done. */
final class Trial implements Closeable {
    private static final int STATIONS = 100;
    private static final int PER_SECOND = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String name;
    private final Target target;
    private final Fleet fleet;
    private final AcknowledgedFacts ledger = new AcknowledgedFacts();
    private final List<Double> recoveries = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private long refusals;
    private long facts;

    /** What is done to it; when it returns, nothing stands in the way of its work any more. */
    interface Fault {
        /** @return the moment from which it could recover, of {@link System#nanoTime} */
        long strike() throws IOException, InterruptedException, TimeoutException;
    }

    Trial(String name, Target target, Clock clock) throws IOException, InterruptedException, TimeoutException {
        this.name = name;
        this.target = target;
        target.server().start();
        try (Api api = target.server().api()) {
            api.stations(Fleets.identities(STATIONS));
            api.tokens(Cards.OWN.values(STATIONS));
        }
        fleet = Fleet.tenacious(target.stations());
        fleet.connect(
                Fleets.sessions(STATIONS, List.of(Version.V16, Version.V201), Cards.OWN, clock, ledger), PATIENCE);
    }

    Target target() {
        return target;
    }

    /** Load for some time, the fault, and then every station must get its answers again, without help. */
    void survive(Duration before, Fault fault) throws IOException, InterruptedException, TimeoutException {
        fleet.keep(PER_SECOND);
        Thread.sleep(before);
        awaitLoad();
        long since = fault.strike();
        fleet.rest();
        int silent = fleet.unanswered(PATIENCE);
        recoveries.add((System.nanoTime() - since) / 1e9);
        if (silent > 0) {
            unanswered.add("by " + silent + " stations, whose first error was: "
                    + fleet.tally().firstError());
        }
        refusals += fleet.tally().errors();
        fleet.clear();
        check();
    }

    /** A fault that strikes when nothing was acknowledged since the last one would prove nothing. */
    private void awaitLoad() throws InterruptedException, TimeoutException {
        long start = System.nanoTime();
        while (ledger.size() == facts) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new TimeoutException(name + ": nothing was acknowledged for " + PATIENCE);
            }
            Thread.sleep(5);
        }
    }

    private void check() throws IOException {
        try {
            Stored stored = Stored.in(target.database());
            facts = ledger.size();
            missing.addAll(ledger.missing(stored));
            doubled.addAll(stored.doubled());
        } catch (SQLException e) {
            throw new IOException("the database cannot be read", e);
        }
    }

    void report(Report report) {
        report.add(Figure.of(name, "times", Unit.COUNT, recoveries.size()));
        report.add(Figure.of(name, "facts acknowledged", Unit.COUNT, facts).goal(Goal.atLeast(1)));
        report.add(Figure.of(name, "of these not stored", Unit.COUNT, missing.size())
                .goal(Goal.atMost(0)));
        report.add(Figure.of(name, "stored more than once", Unit.COUNT, doubled.size())
                .goal(Goal.atMost(0)));
        report.add(Figure.of(name, "times that a station was not answered again", Unit.COUNT, unanswered.size())
                .goal(Goal.atMost(0)));
        report.add(Figure.of(name, "refusals meanwhile", Unit.COUNT, refusals));
        report.add(Figure.of(name, "until all had their answers", Unit.SECONDS, recoveries));
        unanswered.stream().limit(5).forEach(what -> report.note("no answer within " + PATIENCE + " " + what));
        missing.stream().limit(5).forEach(fact -> report.note("not stored: " + fact));
        doubled.stream().limit(5).forEach(fact -> report.note("more than once: " + fact));
    }

    @Override
    public void close() throws IOException {
        fleet.close();
        target.close();
    }
}
