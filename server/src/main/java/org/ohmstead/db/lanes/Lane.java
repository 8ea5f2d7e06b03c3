package org.ohmstead.db.lanes;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.Database;
import org.ohmstead.db.Health;
import org.ohmstead.db.Outage;
import org.ohmstead.db.Scope;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.Writer;

/** One thread that runs units of work in the order in which they came, many in one transaction. */
final class Lane implements AutoCloseable {
    private static final int BATCHES_THAT_WAIT = 16;
    private static final int NO_ONE = -1;
    /** Stable, so that the order of a station stays. */
    private static final Comparator<Unit<?>> BY_TENANT = Comparator.comparing(Unit::scope, Scope.BY_TENANT);

    /** How one transaction ended. @param culprit whose failure ended it, or {@link #NO_ONE} in particular */
    private record Attempt(int culprit, @Nullable Throwable failure) {}

    private final Database database;
    private final boolean checks;
    private final int maxBatch;
    private final Duration patience;
    private final LaneSchedule turns;
    private final SupervisedThread thread;
    private final LaneMemory memory = new LaneMemory();
    private @Nullable Writer writer;
    private int lastBatch;
    private long lastCommit;
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong units = new AtomicLong();
    private final AtomicLong commitNanos = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private volatile int running;
    private volatile boolean closing;
    private volatile boolean closed;

    /** @param checks whether it is the one that looks from time to time whether the database takes writes */
    Lane(String name, Database database, boolean checks) {
        this.database = database;
        this.checks = checks;
        this.maxBatch = database.settings().maxBatch();
        this.patience = database.settings().statementTimeout();
        this.turns = new LaneSchedule(maxBatch, maxBatch * BATCHES_THAT_WAIT, System::nanoTime);
        this.thread = SupervisedThread.platform(name, this::work);
    }

    <T extends @Nullable Object> T write(Scope scope, long station, GroupCommit.Work<T> work) {
        if (thread.isCurrent()) {
            throw new IllegalStateException(
                    "A unit of work must not write through another one: it would wait for itself");
        }
        Unit<T> unit = new Unit<>(scope, station, work);
        handIn(unit);
        if (closed && turns.remove(unit)) {
            throw stopping();
        }
        return unit.await();
    }

    private void handIn(Unit<?> unit) {
        if (closing) {
            throw stopping();
        }
        try {
            if (!turns.offer(unit, patience)) {
                throw new StoreUnavailable("The database is too slow: " + turns.size() + " writes wait already", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("The write was given up before it began", e);
        }
    }

    private static StoreUnavailable stopping() {
        return new StoreUnavailable("The server is stopping and takes no more writes", null);
    }

    private void work() throws InterruptedException {
        List<Unit<?>> batch = new ArrayList<>(maxBatch);
        try {
            while (!closing || turns.size() > 0) {
                turns.gather(batch, lastBatch, lastCommit);
                if (database.dialect()
                        == SQLDialect.POSTGRES) { // which is told whose turn it is, and costs time each time
                    batch.sort(BY_TENANT);
                }
                if (batch.isEmpty()) {
                    check();
                    continue;
                }
                running = batch.size();
                settle(batch);
                lastBatch = running;
                batch.clear();
                running = 0;
            }
        } finally {
            // Where the work has failed: nobody knows what stands of the batch, so nothing that rests on it may go on.
            running = 0;
            batch.forEach(unit -> unit.fail(new StoreUnavailable("The write was cut short by a fault of ours", null)));
            memory.forgetAll();
            giveBack();
        }
    }

    /** Where nobody writes, only a write of our own tells that the database takes none, or takes them again. */
    private void check() {
        if (checks && database.isCheckDue()) {
            settle(List.of(new Unit<>(
                    Scope.everywhere(), GroupCommit.BACKGROUND, tx -> tx.sql().execute(Health.CHECK))));
        }
    }

    private void settle(List<Unit<?>> batch) {
        Attempt attempt = attempt(batch);
        if (attempt.failure() != null && Outage.shownBy(attempt.failure()) && !Outage.isOurWord(attempt.failure())) {
            // Once more on a new connection. Whether the first try is durable may be unknown; the natural keys decide.
            database.renew();
            attempt = attempt(batch);
        }
        Throwable failure = attempt.failure();
        if (failure == null) {
            database.reached();
            batch.forEach(Lane::afterCommit); // whoever waits for the commit finds it done
            batch.forEach(Unit::succeed);
        } else if (Outage.shownBy(failure)) {
            giveUp(batch, failure);
        } else if (batch.size() == 1) {
            batch.getFirst().fail(failure);
        } else if (attempt.culprit() == NO_ONE) {
            batch.forEach(unit -> settle(List.of(unit)));
        } else {
            settleAround(batch, attempt.culprit());
        }
    }

    private static void afterCommit(Unit<?> unit) {
        for (Runnable action : unit.afterCommit()) {
            OneByOne.attemptOrLeave("What should follow a commit, which stands,", action);
        }
    }

    /** The order stays: what stood before the one that failed, that one alone, and what stood after it. */
    private void settleAround(List<Unit<?>> batch, int culprit) {
        if (culprit > 0) {
            settle(batch.subList(0, culprit));
        }
        settle(batch.subList(culprit, culprit + 1));
        if (culprit + 1 < batch.size()) {
            settle(batch.subList(culprit + 1, batch.size()));
        }
    }

    private Attempt attempt(List<Unit<?>> batch) {
        int current = NO_ONE;
        try {
            database.mustStand();
            Writer open = writer();
            DeferredStatements later = new DeferredStatements();
            Set<Long> withPutOff = new HashSet<>();
            for (int i = 0; i < batch.size(); i++) {
                Unit<?> unit = batch.get(i);
                if (withPutOff.contains(unit.station())) {
                    later.send(open);
                    withPutOff.clear();
                }
                current = i;
                open.show(unit.scope());
                later.in(unit.scope());
                long begun = System.nanoTime(); // what was put off is that of others
                if (unit.run(open, later, memory)) {
                    withPutOff.add(unit.station());
                }
                current = NO_ONE;
                turns.ran(unit.station(), System.nanoTime() - begun);
            }
            later.sendAll(open);
            commit(open);
            units.addAndGet(batch.size());
            return new Attempt(NO_ONE, null);
        } catch (SQLException | RuntimeException | Error e) {
            undo(batch, e);
            return new Attempt(current, e instanceof SQLException ? new IllegalStateException(e.getMessage(), e) : e);
        }
    }

    private Writer writer() throws SQLException {
        Writer open = writer;
        if (open == null) {
            try {
                open = database.writer();
            } catch (SQLException e) {
                throw new StoreUnavailable("The database cannot be reached: " + e.getMessage(), e);
            }
            writer = open;
        }
        return open;
    }

    private void commit(Writer open) throws SQLException {
        long start = System.nanoTime();
        open.commit();
        lastCommit = System.nanoTime() - start;
        commitNanos.addAndGet(lastCommit);
        commits.incrementAndGet();
    }

    /** Nothing of the batch stands, as far as we know: not in the transaction, and not in memory. */
    private void undo(List<Unit<?>> batch, Throwable why) {
        batch.forEach(unit -> memory.forget(unit.station()));
        Writer open = writer;
        if (open != null && (!open.rollback() || Outage.shownBy(why))) {
            giveBack();
        }
    }

    private void giveBack() {
        Writer open = writer;
        writer = null;
        if (open != null) {
            open.close();
        }
    }

    /** What waits behind this batch would only wait for the same end, so it is told at once. */
    private void giveUp(List<Unit<?>> batch, Throwable failure) {
        database.lost(failure);
        String why = "The database is not available: " + Outage.wordsOf(failure);
        List<Unit<?>> all = new ArrayList<>(batch);
        turns.drainTo(all);
        unavailable.addAndGet(all.size());
        all.forEach(unit -> unit.fail(new StoreUnavailable(why, failure)));
    }

    int queued() {
        return turns.size() + running;
    }

    long commits() {
        return commits.get();
    }

    long units() {
        return units.get();
    }

    long commitNanos() {
        return commitNanos.get();
    }

    long unavailable() {
        return unavailable.get();
    }

    @Override
    public void close() {
        closing = true;
        thread.stop();
        thread.join();
        closed = true; // whoever hands in from now on takes it out again
        List<Unit<?>> left = new ArrayList<>();
        turns.drainTo(left);
        left.forEach(unit -> unit.fail(stopping()));
    }

    SupervisedThread.State thread() {
        return thread.state();
    }
}
