package org.ohmstead.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How the database is, as its writes have found it. An outage is told once in the log, at its beginning and when it is over: a
 * full disk takes a small write now and then, which ends nothing.
 */
public final class Health {
    /** A write of our own, which changes nothing that anybody reads. */
    public static final String CHECK = "update write_check set checks = checks + 1 where id = 1";

    private static final Logger LOG = System.getLogger(Health.class.getName());
    /** So long no write may have failed before an outage is over. */
    private static final long STEADY = Duration.ofSeconds(5).toNanos();
    /** While nobody writes. */
    private static final long BETWEEN_CHECKS = Duration.ofSeconds(30).toNanos();

    private static final long BETWEEN_CHECKS_WHILE_AWAY = Duration.ofSeconds(2).toNanos();

    private final AtomicLong written = new AtomicLong(System.nanoTime());
    private volatile boolean up = true;
    private volatile @Nullable String outage;
    private long failed;

    /** A write is durable. */
    void reached() {
        long now = System.nanoTime();
        written.lazySet(now);
        if (outage != null) {
            recover(now);
        }
    }

    private synchronized void recover(long now) {
        up = true;
        if (outage != null && now - failed >= STEADY) {
            LOG.log(Level.INFO, "The database is back");
            outage = null; // who sees that it is over finds it told
        }
    }

    /** @param why in a sentence or a word of the database's */
    synchronized void lost(String why) {
        failed = System.nanoTime();
        up = false;
        if (outage == null) {
            LOG.log(Level.ERROR, "The database is away; writes are refused until it is back: {0}", why);
        }
        outage = why;
    }

    /** Whether the last write went through. */
    boolean isUp() {
        return up;
    }

    /** Why writes fail, or did until a moment ago; empty: they do not. */
    Optional<String> outage() {
        return Optional.ofNullable(outage);
    }

    /** Whether it is time for a write of our own, because nobody else's tells how it is. */
    boolean isCheckDue() {
        long since = System.nanoTime() - written.get();
        if (outage == null) {
            return since >= BETWEEN_CHECKS;
        }
        synchronized (this) {
            return Math.min(since, System.nanoTime() - failed) >= BETWEEN_CHECKS_WHILE_AWAY;
        }
    }
}
