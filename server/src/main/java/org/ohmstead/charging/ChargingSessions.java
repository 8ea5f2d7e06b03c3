package org.ohmstead.charging;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ohmstead.stations.StationClocks;
import org.ohmstead.stations.StationClocks.Kind;
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
    private final StationClocks clocks;

    @Inject
    public ChargingSessions(
            NumberedStarts starts,
            NumberedStops stops,
            MeterReports meters,
            TransactionEvents transactions,
            StationClocks clocks) {
        this.starts = starts;
        this.stops = stops;
        this.meters = meters;
        this.transactions = transactions;
        this.clocks = clocks;
    }

    /** A 1.6 session has begun. @return its number and what is said about its token */
    public NumberedStarts.Begun begin(Start start) {
        clocks.heard(start.caller(), start.at(), Kind.START);
        return starts.begin(start);
    }

    /** A 1.6 session has ended. @return what is said about the token that stopped it; empty: there was none */
    public Optional<Verdict> end(Stop stop) {
        clocks.heard(stop.caller(), stop.at(), Kind.STOP);
        return stops.end(stop);
    }

    /** Readings that came by themselves. */
    public void meter(MeterReport report) {
        clocks.heard(report.caller(), report.lastAt(), Kind.READING);
        meters.report(report);
    }

    /** An event of a 2.x session. @return what is said about the token in it; empty: there is none */
    public Optional<Verdict> transactionEvent(TransactionReport report) {
        if (!report.offline()) {
            clocks.heardLive(report.caller(), report.at(), Kind.SESSION);
        }
        return transactions.report(report);
    }
}
