package org.ohmstead.ocpp.rpc;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of what the other sides have said waits to be served, on all links together. When that is too much, a link on which
 * something waits is not read until it has served that: each goes on at its own pace, and none waits for another one.
 */
public final class Backlog {
    private final long most;
    private final AtomicLong waiting = new AtomicLong();

    /** @param most characters */
    public Backlog(long most) {
        this.most = most;
    }

    static Backlog unbounded() {
        return new Backlog(Long.MAX_VALUE);
    }

    void add(int characters) {
        waiting.addAndGet(characters);
    }

    boolean isFull() {
        return waiting.get() >= most;
    }

    /** Characters that wait now. */
    public long waiting() {
        return waiting.get();
    }
}
