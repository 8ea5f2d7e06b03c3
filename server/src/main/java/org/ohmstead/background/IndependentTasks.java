package org.ohmstead.background;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Many small writes of many stations at once, each in its station's own lane, so that a group commit takes them together
 * and no two transactions ever wait for each other's rows.
 */
public final class IndependentTasks {
    private static final int AT_ONCE = 1000;

    private IndependentTasks() {}

    /**
     * Returns when all are done. A write that fails is left out; it is for the caller to try it again.
     *
     * @param what names them in the log
     */
    public static void run(String what, List<Runnable> writes) {
        for (int from = 0; from < writes.size(); from += AT_ONCE) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                writes.subList(from, Math.min(from + AT_ONCE, writes.size()))
                        .forEach(write -> threads.execute(() -> OneByOne.attemptOrLeave(what, write)));
            }
        }
    }
}
