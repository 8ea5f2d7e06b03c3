package org.ohmstead.charging.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SeqRange;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.session.TokenUse;
import org.ohmstead.charging.trail.TransactionFacts;
import org.ohmstead.charging.trail.TransactionReport;

/** What the events of a 2.x session make of it, one after the other in the order of their sequence. */
final class Sequence {
    private Sequence() {}

    /**
     * A session derived anew from all its events: a late one takes its place, and neither reopens nor undoes what came after
     * it (behaviour 5.6).
     *
     * @param session for what no event says: its number, its meter, who closed it if no station did
     */
    static ChargingSession replay(ChargingSession session, List<TransactionFacts> events) {
        Origin origin = session.origin();
        List<TransactionFacts> ordered = inOrder(events);
        SessionTimes times = SessionTimes.began(
                        ordered.getFirst().moment(), session.times().receivedAt())
                .seen(session.times().updatedAt());
        Set<Suspicion> doubts = EnumSet.of(Suspicion.START_MISSING);
        doubts.addAll(session.suspicions());
        doubts.removeAll(Set.of(Suspicion.STOP_TOKEN_UNRELATED, Suspicion.SEQ_DISORDER));
        ChargingSession replayed = new ChargingSession(
                session.id(),
                new Origin(
                        origin.station(), origin.version(), null, origin.stationTx(), origin.generation(), null, null),
                ConnectorRef.UNKNOWN,
                null,
                null,
                times,
                session.meter(),
                SeqRange.NONE.reached(session.seq().last()),
                null,
                Ending.OPEN,
                session.offline(),
                doubts);
        for (TransactionFacts event : ordered) {
            replayed = apply(replayed, event);
        }
        return replayed.isOpen() ? endedAs(replayed, session) : replayed;
    }

    /** What no event has ended is as open, or closed by us, as it was. */
    private static ChargingSession endedAs(ChargingSession replayed, ChargingSession session) {
        SessionTimes own = session.times();
        SessionTimes start = replayed.times();
        SessionTimes closed = new SessionTimes(
                start.startedAt(),
                start.stationStartedAt(),
                own.endedAt(),
                own.stationEndedAt(),
                own.receivedAt(),
                own.updatedAt());
        return replayed.with(session.ending()).with(session.isOpen() ? start : closed);
    }

    /** In the order of their numbers; what has none of its own, behind what was before it. */
    private static List<TransactionFacts> inOrder(List<TransactionFacts> events) {
        List<TransactionFacts> ordered = events.stream()
                .filter(TransactionFacts::isInSequence)
                .sorted(Comparator.comparing(TransactionFacts::seqNo))
                .collect(Collectors.toCollection(ArrayList::new));
        for (TransactionFacts event : events) {
            if (!event.isInSequence()) {
                int place = ordered.size();
                while (place > 0 && ordered.get(place - 1).at().isAfter(event.at())) {
                    place--;
                }
                ordered.add(place, event);
            }
        }
        return ordered;
    }

    /** The session after the next event. */
    static ChargingSession apply(ChargingSession session, TransactionFacts event) {
        ChargingSession after = session.with(session.place().or(event.place()))
                .with(session.origin().with(event.reservation(), event.remoteStart()))
                .with(session.seq().reached(event.seqNo()))
                .orOffline(event.offline())
                .suspecting(event.doubts());
        if (event.charging() != null && session.isOpen()) {
            after = after.with(event.charging());
        }
        after = withToken(after, event);
        return switch (event.step()) {
            case STARTED -> started(after, event);
            case UPDATED -> after;
            case ENDED -> ended(after, event);
        };
    }

    private static ChargingSession started(ChargingSession session, TransactionFacts event) {
        if (event.isConflict() && !session.suspicions().contains(Suspicion.START_MISSING)) {
            return session; // it has begun already
        }
        return without(session, Suspicion.START_MISSING)
                .with(session.times().started(event.moment()))
                .with(session.seq().started(event.seqNo()));
    }

    private static ChargingSession ended(ChargingSession session, TransactionFacts event) {
        StopReason reason = event.reason() == null ? StopReason.LOCAL : event.reason();
        return without(session, Suspicion.END_MISSING)
                .with(session.times().ended(event.moment()))
                .with(session.seq().ended(event.seqNo()))
                .with(new Ending(ClosedBy.STATION, reason, null));
    }

    /**
     * The first token starts; the one that is presented to stop, stops. A token that is merely repeated does neither, also not
     * in the last event after a remote stop (field note 128).
     */
    private static ChargingSession withToken(ChargingSession session, TransactionFacts event) {
        TokenUse token = event.token();
        TokenUse start = session.token();
        if (token == null) {
            return session;
        }
        boolean stops = event.cause() == TransactionReport.Cause.STOP_TOKEN;
        if (start == null && !stops) {
            return session.withToken(token);
        }
        boolean other = start != null && !token.isSame(start);
        if (!stops && !(other && event.step() == TransactionReport.Step.ENDED)) {
            return session;
        }
        ChargingSession stopped = session.withStopToken(token);
        return isUnrelated(token, start, event) ? stopped.suspecting(Set.of(Suspicion.STOP_TOKEN_UNRELATED)) : stopped;
    }

    /** A master pass stops anything (C16). */
    private static boolean isUnrelated(TokenUse token, @Nullable TokenUse start, TransactionFacts event) {
        return start != null && event.reason() != StopReason.MASTER_PASS && !token.mayStopWhatBegan(start);
    }

    private static ChargingSession without(ChargingSession session, Suspicion suspicion) {
        Set<Suspicion> rest = EnumSet.noneOf(Suspicion.class);
        rest.addAll(session.suspicions());
        rest.remove(suspicion);
        return session.withSuspicions(rest);
    }
}
