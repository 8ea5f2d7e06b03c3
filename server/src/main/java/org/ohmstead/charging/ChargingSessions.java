package org.ohmstead.charging;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ohmstead.charging.lifecycle.MeterReports;
import org.ohmstead.charging.lifecycle.Start;
import org.ohmstead.charging.lifecycle.StartTransactions;
import org.ohmstead.charging.lifecycle.Stop;
import org.ohmstead.charging.lifecycle.StopTransactions;
import org.ohmstead.charging.lifecycle.TransactionEvents;
import org.ohmstead.charging.readings.MeterReport;
import org.ohmstead.charging.trail.TransactionAnswer;
import org.ohmstead.charging.trail.TransactionReport;
import org.ohmstead.stations.clocks.StationClocks;
import org.ohmstead.stations.clocks.StationClocks.Kind;
import org.ohmstead.tokens.TokenVerdict;

/**
 * The door to charging sessions for the messages of stations. Each call is one message: it returns when all that the message
 * causes is durable, and may be repeated, because stations do.
 */
@Singleton
public class ChargingSessions {
    private final StartTransactions starts;
    private final StopTransactions stops;
    private final MeterReports meters;
    private final TransactionEvents transactions;
    private final StationClocks clocks;

    @Inject
    public ChargingSessions(
            StartTransactions starts,
            StopTransactions stops,
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
    public StartTransactions.Begun begin(Start start) {
        clocks.heard(start.caller(), start.at(), Kind.START);
        return starts.begin(start);
    }

    /** A 1.6 session has ended. @return what is said about the token that stopped it; empty: there was none */
    public Optional<TokenVerdict> end(Stop stop) {
        clocks.heard(stop.caller(), stop.at(), Kind.STOP);
        return stops.end(stop);
    }

    /** Readings that came by themselves. */
    public void meter(MeterReport report) {
        clocks.heard(report.caller(), report.lastAt(), Kind.READING);
        meters.report(report);
    }

    /** An event of a 2.x session. @return what the station is told */
    public TransactionAnswer transactionEvent(TransactionReport report) {
        if (!report.offline()) {
            clocks.heardLive(report.caller(), report.at(), Kind.SESSION);
        }
        return transactions.report(report);
    }
}
