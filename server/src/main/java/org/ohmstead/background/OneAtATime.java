package org.ohmstead.background;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work for things, such as stations, each on a thread of its own: for one thing never twice at once, and once more where it was
 * asked for while it ran, so that what came meanwhile is not missed.
 */
public final class OneAtATime {
    private final String name;
    /** Things that are worked on, and whether they are to be once more. */
    private final ConcurrentMap<Object, Boolean> running = new ConcurrentHashMap<>();

    /** @param name of the threads */
    public OneAtATime(String name) {
        this.name = name;
    }

    /**
     * Returns at once.
     *
     * @param thing equal for equal things
     * @param what  names it in the log, with its tenant
     * @param work  the same for equal things
     */
    public void start(Object thing, String what, Runnable work) {
        AtomicBoolean begins = new AtomicBoolean();
        running.compute(thing, (key, before) -> {
            begins.set(before == null);
            return true;
        });
        if (begins.get()) {
            Thread.ofVirtual().name(name).start(() -> run(thing, what, work));
        }
    }

    private void run(Object thing, String what, Runnable work) {
        do {
            running.put(thing, false);
            OneByOne.attemptOrLeave(what, work);
        } while (!running.remove(thing, false));
    }
}
