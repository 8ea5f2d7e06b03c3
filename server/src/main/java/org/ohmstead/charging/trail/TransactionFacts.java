package org.ohmstead.charging.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.session.TokenUse;

/**
 * What one 2.x event says about its session, kept with the event so that the session can be derived once more in the order of
 * the sequence, whatever order the events came in.
 *
 * @param at        the time we believe
 * @param stationAt what the station said
 * @param token     presented at this event, with what was said about it then
 * @param doubts    about the message itself
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TransactionFacts(
        TransactionReport.Step step,
        @Nullable Integer seqNo,
        Instant at,
        @Nullable Instant stationAt,
        boolean offline,
        TransactionReport.Cause cause,
        ConnectorRef place,
        @Nullable TokenUse token,
        @Nullable ChargingState charging,
        @Nullable StopReason reason,
        @Nullable String rawReason,
        @Nullable Long reservation,
        @Nullable Long remoteStart,
        Set<Suspicion> doubts) {
    public TransactionFacts {
        doubts = doubts == null ? Set.of() : doubts; // left out of the JSON where there are none
    }

    public EventTime moment() {
        return new EventTime(at, stationAt, offline, doubts);
    }

    /** The same, where another event has its place in the sequence already. */
    public TransactionFacts conflicting() {
        Set<Suspicion> all = EnumSet.of(Suspicion.SEQ_CONFLICT);
        all.addAll(doubts);
        return new TransactionFacts(
                step,
                seqNo,
                at,
                stationAt,
                offline,
                cause,
                place,
                token,
                charging,
                reason,
                rawReason,
                reservation,
                remoteStart,
                all);
    }

    public boolean isConflict() {
        return doubts.contains(Suspicion.SEQ_CONFLICT);
    }

    /** Whether its number says where it belongs; else its time does. */
    public boolean isInSequence() {
        return seqNo != null && !isConflict();
    }
}
