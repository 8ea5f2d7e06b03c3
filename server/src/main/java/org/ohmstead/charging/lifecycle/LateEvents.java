package org.ohmstead.charging.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.trail.TransactionFacts;
import org.ohmstead.charging.trail.TransactionReport;
import org.ohmstead.db.lanes.Tx;

/**
 * How often sessions of one 2.x station are derived anew because of events that come late. Each time costs as much as the
 * session has events, so that thousands in the wrong order would keep the lane from everybody else. The first times are free;
 * then it happens as often as the station's late events have paid for it, and with those that tell most, the start and the end,
 * a little more often. What is not derived now is when the session is quiet ({@link DueSessions}).
 */
public final class LateEvents {
    private static final int MOST_SESSIONS = 100;
    /** Events looked at: some 300 late ones in a row, or a dozen in a session of a few thousand. */
    private static final long FREE = 75_000;

    /** What is kept for starts and ends. */
    private static final long RESERVE = 25_000;

    private static final long PAID_BY_EACH = 32;

    private long credit = FREE;
    /** How many events a session may have that is not remembered any more. */
    private long largestForgotten;

    private final Map<Long, Long> sizes = new LinkedHashMap<>(4, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            boolean isFull = size() > MOST_SESSIONS;
            largestForgotten = isFull ? Math.max(largestForgotten, eldest.getValue()) : largestForgotten;
            return isFull;
        }
    };

    static LateEvents in(Tx tx) {
        return tx.remembered(LateEvents.class, LateEvents::new);
    }

    /** An end puts a session in order in which late events were taken as they came. */
    static boolean mustDerive(ChargingSession session, TransactionFacts facts) {
        return facts.step() == TransactionReport.Step.ENDED
                && session.suspicions().contains(Suspicion.SEQ_DISORDER);
    }

    /** Whether the session may be derived anew with this event; else it is taken as it comes, and the session says so. */
    public boolean mayDerive(long session, TransactionReport.Step step) {
        credit += PAID_BY_EACH;
        long size = sizes.compute(session, (id, known) -> (known == null ? largestForgotten : known) + 1);
        return credit - (step == TransactionReport.Step.UPDATED ? RESERVE : 0) >= size;
    }

    /** It was, of so many events. */
    public void derived(long session, int events) {
        sizes.put(session, (long) events);
        credit -= events;
    }
}
