package org.ohmstead.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has the old part of the heap collected before it is large. The serial collector, which the JVM chooses on one core, leaves
 * that part alone until the heap has reached its limit, a quarter of the machine: a server that needs 40 MiB would grow for
 * hours and hold all of it. Other collectors see to this themselves and are left alone.
 */
@Singleton
class HeapUpkeep {
    /** How the serial collector calls its old part; no other has one of that name. */
    private static final String SERIALS_OLD_PART = "Tenured Gen";

    /** Below this a collection would give back too little to be worth its pause. */
    private static final long ENOUGH = 96L << 20;

    /** As much garbage as twice what lives: a pause is as long as what lives is large, and so is the time to the next. */
    private static final int TIMES_WHAT_LIVES = 3;

    private static final int SECONDS_BETWEEN_LOOKS = 30;

    private final ScheduledExecutorService alarms;

    @Inject
    HeapUpkeep(@Named("alarms") ScheduledExecutorService alarms) {
        this.alarms = alarms;
    }

    /** Ends with the alarms. */
    void start(@Observes StartupEvent event) {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        pools.stream()
                .filter(pool -> SERIALS_OLD_PART.equals(pool.getName()))
                .forEach(old -> alarms.scheduleWithFixedDelay(
                        () -> look(old), SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS));
    }

    private static void look(MemoryPoolMXBean old) {
        MemoryUsage afterLast = old.getCollectionUsage(); // null where the pool cannot say; all zero before the first
        if (due(old.getUsage().getUsed(), afterLast == null ? 0 : afterLast.getUsed())) {
            System.gc();
        }
    }

    /** Whether {@code used} bytes are much more than those that the last full collection left. */
    static boolean due(long used, long afterLast) {
        return used > Math.max(ENOUGH, TIMES_WHAT_LIVES * afterLast);
    }
}
