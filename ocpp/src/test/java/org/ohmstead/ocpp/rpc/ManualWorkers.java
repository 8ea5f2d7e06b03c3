package org.ohmstead.ocpp.rpc;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Work that is done when the test says so, on the test's thread. */
final class ManualWorkers implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    int waiting() {
        return waiting.size();
    }

    void run() {
        for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
        }
    }
}
