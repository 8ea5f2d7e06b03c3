package org.ohmstead.background;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that are done again and again on one thread. One that fails keeps neither the others nor itself from the next turn; one
 * that finds no database waits for its next turn without a word, because the database says so itself.
 */
public final class Rounds {
    private static final Logger LOG = System.getLogger(Rounds.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final class Task {
        private final String name;
        private final long pause;
        private final Runnable work;
        private long due;

        private Task(String name, Duration pause, Runnable work, Duration first) {
            this.name = name;
            this.pause = pause.toNanos();
            this.work = work;
            this.due = System.nanoTime() + first.toNanos();
        }
    }

    private final String name;
    private final List<Task> tasks = new CopyOnWriteArrayList<>();
    private @Nullable SupervisedThread thread;
    private volatile boolean stopped;

    /** @param name of the thread */
    public Rounds(String name) {
        this.name = name;
    }

    /**
     * To be done for the first time after {@code first}, and then again {@code pause} after each end. Before {@link #start()}.
     *
     * @param task names it in the log
     */
    public Rounds every(Duration pause, Duration first, String task, Runnable work) {
        tasks.add(new Task(task, pause, work, first));
        return this;
    }

    /** The first turn comes after the pause too. */
    public Rounds every(Duration pause, String task, Runnable work) {
        return every(pause, pause, task, work);
    }

    public synchronized void start() {
        thread = SupervisedThread.platform(name, this::run);
    }

    private void run() {
        while (!stopped) {
            long now = System.nanoTime();
            long wait = Long.MAX_VALUE;
            for (Task task : tasks) {
                if (!stopped && task.due - now <= 0) {
                    OneByOne.attemptOrLeave(task.name, task.work);
                    task.due = System.nanoTime() + task.pause;
                }
                wait = Math.min(wait, task.due - System.nanoTime());
            }
            if (!stopped) {
                LockSupport.parkNanos(this, Math.max(1, wait));
            }
        }
    }

    /** The thread, to be shown by health; empty before the start. */
    public synchronized List<SupervisedThread.State> states() {
        return thread == null ? List.of() : List.of(thread.state());
    }

    /** Begins no more turns. One that runs is interrupted, which ends its small steps. */
    public synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Begins no more turns, and waits for the end of one that runs, within reason. */
    public void finish() {
        SupervisedThread running;
        synchronized (this) {
            stopped = true;
            running = thread;
        }
        if (running != null) {
            running.stop();
            if (!running.join(PATIENCE)) {
                LOG.log(Level.WARNING, name + " was still busy after " + PATIENCE);
            }
        }
    }
}
