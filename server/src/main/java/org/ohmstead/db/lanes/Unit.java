package org.ohmstead.db.lanes;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.db.Writer;

/** A unit of work on its way through a lane, and the thread that waits for it. */
final class Unit<T extends @Nullable Object> {
    private final Scope scope;
    private final long station;
    private final GroupCommit.Work<T> work;
    private final Thread caller = Thread.currentThread();
    private @Nullable Tx tx;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private volatile boolean settled;

    Unit(Scope scope, long station, GroupCommit.Work<T> work) {
        this.scope = scope;
        this.station = station;
        this.work = work;
    }

    Scope scope() {
        return scope;
    }

    long station() {
        return station;
    }

    /** @return whether statements were put off */
    boolean run(Writer writer, DeferredStatements later, LaneMemory memory) {
        Tx mine = new Tx(station, writer, later, memory);
        tx = mine;
        result = work.run(mine);
        return mine.hasPutOff();
    }

    void succeed() {
        settle();
    }

    /** Unless it is settled already. */
    void fail(Throwable why) {
        if (settled) {
            return;
        }
        failure = why;
        result = null;
        tx = null;
        settle();
    }

    private void settle() {
        settled = true;
        LockSupport.unpark(caller);
    }

    List<Runnable> afterCommit() {
        return tx == null ? List.of() : tx.afterCommit();
    }

    /**
     * Waits for the lane. Not to be interrupted: whether the facts are durable would then be unknown, and the time-outs of
     * the database bound the wait.
     */
    @SuppressWarnings("NullAway") // a result is null only where T allows it
    T await() {
        boolean interrupted = false;
        while (!settled) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException own) {
            throw own;
        }
        if (failure instanceof Error own) {
            throw own;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return result;
    }
}
