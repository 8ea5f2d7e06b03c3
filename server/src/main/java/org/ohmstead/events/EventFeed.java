package org.ohmstead.events;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The newest rows of the outbox, read and taken apart once for all listeners that are near the end; one that is far behind reads
 * for itself, and nobody waits for it.
 */
final class EventFeed {
    private static final int PAGE = 20;
    /** Of one that is behind: it may have to keep them all in memory for long. */
    private static final int PAGE_BEHIND = 4;

    private static final int MOST_EVENTS = 10_000;

    private final SqlOutbox outbox;
    /** By the numbers of their last events. */
    private final NavigableMap<Long, EventBatch> newest = new TreeMap<>();

    private long from; // every row with a number above this
    private long upTo; // and up to this one is among the newest
    private long events;
    private boolean news = true;

    /** @param position behind which the first listener begins */
    EventFeed(SqlOutbox outbox, long position) {
        this.outbox = outbox;
        this.from = position;
        this.upTo = position;
    }

    /** There may be more than was found last. */
    synchronized void news() {
        news = true;
    }

    /** Some rows with events behind that number, in their order; none: there are none, until the next {@link #news()}. */
    List<EventBatch> after(long position) {
        synchronized (this) {
            if (position > upTo) { // another node has gone on while nobody asked here
                newest.clear();
                events = 0;
                from = position;
                upTo = position;
            }
            if (position >= from) {
                if (position == upTo) {
                    readOn();
                }
                return some(position);
            }
        }
        return outbox.after(position, PAGE_BEHIND);
    }

    private void readOn() {
        if (!news) {
            return;
        }
        List<EventBatch> more = outbox.after(upTo, PAGE);
        news = more.size() == PAGE;
        for (EventBatch each : more) {
            newest.put(each.last(), each);
            upTo = each.last();
            events += each.events().size();
        }
        while (events > MOST_EVENTS && newest.size() > more.size()) {
            EventBatch oldest = newest.pollFirstEntry().getValue();
            from = oldest.last();
            events -= oldest.events().size();
        }
    }

    /** The number of the newest event that was read. */
    synchronized long upTo() {
        return upTo;
    }

    private List<EventBatch> some(long position) {
        return newest.tailMap(position, false).values().stream().limit(PAGE).toList();
    }
}
