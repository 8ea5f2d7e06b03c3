package org.ohmstead.ocpp.rpc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.frame.MessageId;

/**
 * What the other side asks of us, in order of arrival, one at a time, on a thread that exists only while there is work.
 * When too much waits the socket is no longer read until half of it is done: nothing is dropped (field note 34).
 */
final class Inbound {
    private static final System.Logger LOG = System.getLogger(Inbound.class.getName());

    /** Characters that wait before the socket is no longer read; a single message may have more. */
    private static final long MOST_TEXT = 1 << 20;

    private final SocketFlow flow;
    private final int limit;
    private final Executor workers;
    private final Backlog backlog;

    /** Also the lock of everything below but {@link #afterwards}. */
    private final Deque<Task> queue = new ArrayDeque<>(1);

    private @Nullable Task running;
    /** Whether the answer to what runs has left: the other side may have read it, and what it says from now on is new. */
    private boolean answered;

    private @Nullable Thread worker;
    private boolean working;
    private boolean closed;

    /** How many characters wait. */
    private long waitingText;

    /** Whether another link of the same station has to finish first. */
    private boolean held;

    /** What to do when this link is closed and all that had come over it is served. */
    private final List<Runnable> whenDone = new ArrayList<>(0);

    /** What a handler wants to happen behind its answer; touched by the worker alone. */
    private @Nullable List<Runnable> afterwards;

    Inbound(Wire wire, int limit, LinkEngine engine) {
        this.flow = new SocketFlow(wire);
        this.limit = limit;
        this.workers = engine.workers();
        this.backlog = engine.backlog();
    }

    /** Queues a task; false: the same frame waits or is served and not answered yet, so this one needs no answer of its own. */
    boolean offer(Task task) {
        boolean start;
        synchronized (queue) {
            if (closed) {
                return true;
            }
            if (isRepetition(task)) {
                return false;
            }
            start = !working && !held;
            working |= start;
            queue.add(start ? task : task.waiting());
            waitingText += task.text().length();
            if (!start) {
                backlog.add(task.text().length());
            }
            if (queue.size() >= limit || waitingText >= MOST_TEXT || !start && backlog.isFull()) {
                flow.want(false);
            }
        }
        flow.steer();
        if (start) {
            workers.execute(this::work);
        }
        return true;
    }

    /** Runs a task on this thread, which must be the one that offers; false: another one waits or runs, so it has to queue. */
    boolean runNow(Task task) {
        synchronized (queue) {
            if (closed || working || held) {
                return false;
            }
            running = task;
            working = true;
            worker = Thread.currentThread();
        }
        finish(task);
        take(); // finds nothing: this thread alone could have offered more
        return true;
    }

    /** The answer to what is served leaves now. Called by whoever serves it. */
    void answers() {
        synchronized (queue) {
            answered |= worker == Thread.currentThread();
        }
    }

    /** Runs something once the answer to the CALL being handled has left; at once when not called by a handler. */
    void afterAnswer(Runnable what) {
        boolean byHandler;
        synchronized (queue) {
            byHandler = worker == Thread.currentThread();
        }
        if (!byHandler) {
            what.run();
            return;
        }
        if (afterwards == null) {
            afterwards = new ArrayList<>(1);
        }
        afterwards.add(what);
    }

    /** Runs something behind all that waits; at once when nothing does. For the one thread that offers. */
    void afterWaiting(Runnable what) {
        synchronized (queue) {
            if (working || !queue.isEmpty()) {
                queue.add(new Task(MessageId.UNREADABLE, "", what));
                return;
            }
        }
        what.run();
    }

    /** Nothing more comes. What waits is served all the same: the other side has said it, and may never say it again. */
    void closed() {
        synchronized (queue) {
            closed = true;
        }
        tellIfDone();
    }

    /** Lets wait what comes, until {@link #release}; before the first message. */
    void hold() {
        synchronized (queue) {
            held = true;
        }
    }

    void release() {
        boolean start;
        synchronized (queue) {
            held = false;
            start = !working && !queue.isEmpty();
            working |= start;
        }
        if (start) {
            workers.execute(this::work);
        }
        tellIfDone();
    }

    /** Runs something once the link is closed and nothing waits or runs any more; it must be quick. */
    void whenDone(Runnable what) {
        synchronized (queue) {
            whenDone.add(what);
        }
        tellIfDone();
    }

    /** Whether the link is closed and all that had come over it is served. */
    boolean isDone() {
        synchronized (queue) {
            return closed && !held && !working && queue.isEmpty();
        }
    }

    private void tellIfDone() {
        List<Runnable> tell;
        synchronized (queue) {
            if (whenDone.isEmpty() || !isDone()) {
                return;
            }
            tell = List.copyOf(whenDone);
            whenDone.clear();
        }
        tell.forEach(Runnable::run);
    }

    boolean isClosed() {
        synchronized (queue) {
            return closed;
        }
    }

    /** Whether the socket is not read at the moment, because too much waits already. */
    boolean isStopped() {
        synchronized (queue) {
            return !flow.isWanted();
        }
    }

    /** Waits until nothing waits or runs. */
    boolean drain(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (queue) {
            while (working || !queue.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(queue, left);
            }
            return true;
        }
    }

    /** Only against the newest of its id: a station that numbers all alike may well say A, B and A again (field note 32). */
    private boolean isRepetition(Task task) {
        for (Iterator<Task> newestFirst = queue.descendingIterator(); newestFirst.hasNext(); ) {
            Task other = newestFirst.next();
            if (other.id().equals(task.id())) {
                return other.text().equals(task.text());
            }
        }
        return running != null
                && !answered
                && running.id().equals(task.id())
                && running.text().equals(task.text());
    }

    private void work() {
        for (Task task = take(); task != null; task = take()) {
            flow.steer();
            finish(task);
        }
    }

    private void finish(Task task) {
        MessageId id = task.id();
        run(id, task.work());
        List<Runnable> now = afterwards;
        afterwards = null;
        if (now != null) {
            now.forEach(what -> run(id, what));
        }
    }

    /** The answer itself has its own catch. This one keeps a link alive whose observer or wire is at fault. */
    private static void run(MessageId id, Runnable what) {
        try {
            what.run();
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.ERROR, "Unexpected while serving id=" + id, e);
        }
    }

    private @Nullable Task take() {
        Task next;
        synchronized (queue) {
            next = queue.poll();
            running = next;
            answered = false;
            working = next != null;
            worker = working ? Thread.currentThread() : null;
            if (next != null) {
                leaves(next);
            }
            if (queue.isEmpty() || queue.size() <= limit / 2 && waitingText <= MOST_TEXT / 2 && !backlog.isFull()) {
                flow.want(true);
            }
            if (!working) {
                queue.notifyAll();
            }
        }
        if (next == null) {
            tellIfDone();
        }
        return next;
    }

    private void leaves(Task task) {
        waitingText -= task.text().length();
        if (task.waits()) {
            backlog.add(-task.text().length());
        }
    }
}
