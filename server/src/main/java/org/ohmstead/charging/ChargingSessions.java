package org.ohmstead.charging;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ohmstead.tokens.Verdict;

/**
 * The door to charging sessions for the messages of stations. Each call is one message: it returns when all that the message
 * causes is durable, and may be repeated, because stations do.
 */
@Singleton
public class ChargingSessions {
    private final NumberedStarts starts;
    private final NumberedStops stops;
    private final MeterReports meters;
    private final TransactionEvents transactions;

    @Inject
    public ChargingSessions(
            NumberedStarts starts, NumberedStops stops, MeterReports meters, TransactionEvents transactions) {
        this.starts = starts;
        this.stops = stops;
        this.meters = meters;
        this.transactions = transactions;
    }

    /** A 1.6 session has begun. @return its number and what is said about its token */
    public NumberedStarts.Begun begin(Start start) {
        return starts.begin(start);
    }

    /** A 1.6 session has ended. @return what is said about the token that stopped it; empty: there was none */
    public Optional<Verdict> end(Stop stop) {
        return stops.end(stop);
    }

    /** Readings that came by themselves. */
    public void meter(MeterReport report) {
        meters.report(report);
    }

    /** An event of a 2.x session. @return what is said about the token in it; empty: there is none */
    public Optional<Verdict> transactionEvent(TransactionReport report) {
        return transactions.report(report);
    }
}
