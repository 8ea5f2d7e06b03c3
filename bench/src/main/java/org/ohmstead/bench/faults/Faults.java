package org.ohmstead.bench.faults;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.report.Report;
import org.ohmstead.bench.rig.Cores;
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.rig.Postgres;
import org.ohmstead.bench.rig.Target;
import org.ohmstead.bench.rig.TargetOptions;

/** Everything that is done to a server on purpose. */
public final class Faults {
    private static final Duration HANG = Duration.ofSeconds(30);

    private final TargetOptions options;
    private final Cores cores;
    private final Clock clock;
    private final Report report;
    private final Random random;

    /** @param seed of the moments at which things are killed; the same one kills at the same moments */
    public Faults(TargetOptions options, Cores cores, Clock clock, Report report, long seed) {
        this.options = options;
        this.cores = cores;
        this.clock = clock;
        this.report = report;
        this.random = new Random(seed);
        report.note("moments by --seed " + seed);
    }

    public void run(int kills) throws IOException, InterruptedException, TimeoutException {
        serverKilled(Database.Kind.SQLITE, kills);
        serverKilled(Database.Kind.POSTGRESQL, kills);
        databaseBroken(Math.max(1, kills / 10));
        diskFull();
    }

    private void serverKilled(Database.Kind kind, int kills)
            throws IOException, InterruptedException, TimeoutException {
        String name = "server killed, " + kind.words();
        try (Trial trial = new Trial(name, options.open(cores, kind), clock)) {
            for (int i = 0; i < kills; i++) {
                trial.survive(moment(), () -> {
                    long killed = System.nanoTime();
                    trial.target().server().kill();
                    trial.target().server().start();
                    return killed;
                });
            }
            trial.report(report);
        }
    }

    private void databaseBroken(int kills) throws IOException, InterruptedException, TimeoutException {
        Target killed = options.open(cores, Database.Kind.POSTGRESQL);
        try (Trial trial = new Trial("PostgreSQL killed", killed, clock)) {
            for (int i = 0; i < kills; i++) {
                trial.survive(moment(), () -> {
                    long struck = System.nanoTime();
                    ((Postgres) killed.database()).killAndStart();
                    return struck;
                });
            }
            trial.report(report);
        }
        Target hung = options.open(cores, Database.Kind.POSTGRESQL);
        try (Trial trial = new Trial("PostgreSQL frozen for %d s".formatted(HANG.toSeconds()), hung, clock)) {
            trial.survive(moment(), () -> {
                ((Postgres) hung.database()).freeze(HANG);
                return System.nanoTime();
            });
            trial.report(report);
        }
    }

    private void diskFull() throws IOException, InterruptedException, TimeoutException {
        Optional<SmallDisk> mounted = SmallDisk.mount(12);
        if (mounted.isEmpty()) {
            report.note("full disk: skipped, a small file system may be mounted by root alone");
            return;
        }
        try (SmallDisk disk = mounted.get();
                Trial trial = new Trial("disk full, SQLite", options.openIn(cores, disk.folder()), clock)) {
            trial.survive(Duration.ofSeconds(1), () -> {
                for (int i = 0; i < 600 && !disk.isFull(); i++) {
                    Thread.sleep(100);
                }
                if (!disk.isFull()) {
                    throw new IOException("the small disk did not fill within a minute, so nothing is proved");
                }
                Thread.sleep(Duration.ofSeconds(5));
                disk.enlarge(500);
                return System.nanoTime();
            });
            trial.report(report);
        }
    }

    /** Some time after everybody has had his answers. */
    private Duration moment() {
        return Duration.ofMillis(200 + random.nextInt(2_000));
    }
}
