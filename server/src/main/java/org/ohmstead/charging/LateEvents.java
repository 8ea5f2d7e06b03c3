package org.ohmstead.charging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ohmstead.db.Tx;

/**
 * How often a 2.x session is derived anew because of events that come late. Each time costs as much as the session has events,
 * so that thousands in the wrong order would keep the lane from everybody else. The first times are free; then it happens as
 * often as the late events have paid for it, and with those that tell most, the start and the end.
 */
final class LateEvents {
    private static final int MOST_SESSIONS = 100;
    /** Events looked at: some 300 late ones in a row, or a dozen in a session of a few thousand. */
    private static final long FREE = 50_000;

    private static final long PAID_BY_EACH = 32;
    private static final int FREE_STARTS_AND_ENDS = 20;

    private static final class Account {
        private long credit = FREE;
        private long size;
        private int startsAndEnds;
    }

    private final Map<Long, Account> sessions = new LinkedHashMap<>(4, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Account> eldest) {
            return size() > MOST_SESSIONS;
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
    boolean mayDerive(long session, TransactionReport.Step step) {
        Account account = sessions.computeIfAbsent(session, absent -> new Account());
        account.credit += PAID_BY_EACH;
        account.size++;
        return account.credit >= account.size
                || step != TransactionReport.Step.UPDATED && ++account.startsAndEnds <= FREE_STARTS_AND_ENDS;
    }

    /** It was, of so many events. */
    void derived(long session, int events) {
        Account account = sessions.computeIfAbsent(session, absent -> new Account());
        account.size = events;
        account.credit = Math.max(0, account.credit - events);
    }
}
