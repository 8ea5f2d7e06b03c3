package org.ohmstead.bench.siege;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.faults.AcknowledgedFacts;
import org.ohmstead.bench.faults.Stored;
import org.ohmstead.bench.load.Cards;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Report;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Api;
import org.ohmstead.bench.rig.Cores;
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.rig.ServerProcess;
import org.ohmstead.bench.rig.Target;
import org.ohmstead.bench.rig.TargetOptions;

/**
 * The server under attack, while honest stations charge. What is looked at: whether it lives, what it costs the honest, whether
 * an acknowledged fact is lost or doubled, whether its log has a stack trace, whether a door opened.
 */
public final class Siege {
    static final int HONEST = 100;
    private static final int PER_SECOND = 100;
    private static final int ATTACKERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double MIB = 1048576.0;
    /** Whoever is answered within it is not disturbed: the ratio of two small latencies says nothing. */
    private static final double CALM_MILLIS = 20;

    private final TargetOptions options;
    private final Cores cores;
    private final Clock clock;
    private final Report report;
    private final long seed;

    /** @param seed of what is sent; the same one sends the same */
    public Siege(TargetOptions options, Cores cores, Clock clock, Report report, long seed) {
        this.options = options;
        this.cores = cores;
        this.clock = clock;
        this.report = report;
        this.seed = seed;
        report.note("messages by --seed " + seed);
    }

    /**
     * @param each  how long each attack lasts
     * @param words that the name of an attack contains; empty: all
     * @param kinds of databases, one after the other
     */
    public void run(Duration each, String words, List<Database.Kind> kinds)
            throws IOException, InterruptedException, TimeoutException {
        for (Database.Kind kind : kinds) {
            int tlsPort = ServerProcess.freePort();
            try (Target target = options.open(cores, kind, "--tls-port=" + tlsPort)) {
                target.server().start();
                run("siege, " + kind.words(), target, tlsPort, each, words);
            }
        }
    }

    private void run(String name, Target target, int tlsPort, Duration each, String words)
            throws IOException, InterruptedException, TimeoutException {
        AcknowledgedFacts ledger = new AcknowledgedFacts();
        try (Fleet honest = Fleet.tenacious(target.stations())) {
            register(target);
            List<Version> versions = List.of(Version.V16, Version.V201, Version.V21);
            honest.connect(Fleets.sessions(HONEST, versions, Cards.OWN, clock, ledger), PATIENCE);
            honest.keep(PER_SECOND);
            Thread.sleep(each);
            honest.clear();
            Thread.sleep(each);
            double calm = p99(honest);
            report.add(Figure.of(name, "p99 of the honest before", Unit.MILLIS, calm));
            Losses losses = new Losses(target, tlsPort);
            for (Attack attack : Attacks.all()) {
                if (attack.name().contains(words)) {
                    strike(attack, name, honest, losses, each, Math.max(calm, CALM_MILLIS));
                }
            }
            honest.rest();
            int silent = honest.unanswered(PATIENCE);
            report.add(Figure.of(name, "honest stations without an answer", Unit.COUNT, silent)
                    .goal(Goal.atMost(0)));
            Thread.sleep(each);
            losses.report(name, report);
        }
        facts(name, target, ledger);
    }

    private static void register(Target target) throws IOException, InterruptedException {
        try (Api api = target.server().api()) {
            api.stations(Fleets.identities(HONEST));
            api.tokens(Cards.OWN.values(HONEST));
            api.guardedStation(DoorAttacks.GUARDED, "the-right-password");
        }
    }

    private void strike(Attack attack, String name, Fleet honest, Losses losses, Duration each, double calm)
            throws InterruptedException {
        Battlefield field = losses.field(System.nanoTime() + each.toNanos(), seed);
        honest.clear();
        List<Thread> attackers = new ArrayList<>();
        for (int i = 0; i < ATTACKERS; i++) {
            attackers.add(Thread.ofPlatform().daemon().start(() -> attack.run(field)));
        }
        while (field.goesOn()) {
            losses.look();
            Thread.sleep(100);
        }
        for (Thread attacker : attackers) {
            attacker.join(PATIENCE);
        }
        losses.add(field);
        String during = name + ", " + attack.name();
        report.add(Figure.of(during, "tries", Unit.COUNT, field.tries()).goal(Goal.atLeast(1)));
        report.add(Figure.of(during, "p99 of the honest to before", Unit.GROWTH, p99(honest) / calm)
                .goal(Goal.atMost(3)));
        report.add(Figure.of(during, "resident memory", Unit.MIB, losses.rss() / MIB));
        report.add(Figure.of(during, "calm again after", Unit.SECONDS, calmAgain(honest, calm)));
    }

    /** What an attack leaves behind is its own, and not the next one's. @return seconds */
    private static double calmAgain(Fleet honest, double calm) throws InterruptedException {
        long from = System.nanoTime();
        do {
            honest.clear();
            Thread.sleep(1_000);
        } while (p99(honest) > 2 * calm && System.nanoTime() - from < PATIENCE.toNanos());
        return (System.nanoTime() - from) / 1e9 - 1;
    }

    private static double p99(Fleet fleet) throws InterruptedException {
        double[] millis = new double[1];
        fleet.onLoop(() -> millis[0] = fleet.tally().latencies().millis(0.99));
        return millis[0];
    }

    /** Of the honest stations; what the others have said is theirs. */
    private void facts(String name, Target target, AcknowledgedFacts ledger) throws IOException {
        try {
            Stored stored = Stored.in(target.database());
            List<String> missing = ledger.missing(stored);
            List<String> doubled = stored.doubled().stream()
                    .filter(fact -> fact.contains(" BENCH-"))
                    .toList();
            report.add(Figure.of(name, "facts acknowledged", Unit.COUNT, ledger.size())
                    .goal(Goal.atLeast(1)));
            report.add(Figure.of(name, "of these not stored", Unit.COUNT, missing.size())
                    .goal(Goal.atMost(0)));
            report.add(Figure.of(name, "stored more than once", Unit.COUNT, doubled.size())
                    .goal(Goal.atMost(0)));
            missing.stream().limit(5).forEach(fact -> report.note("not stored: " + fact));
            doubled.stream().limit(5).forEach(fact -> report.note("more than once: " + fact));
        } catch (SQLException e) {
            throw new IOException("the database cannot be read", e);
        }
    }
}
