package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.EndSign;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.charging.trail.TrailEntryBuilder;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.Caller;

/** One EVSE has one session at a time (E01.FR.14): what is open there when a newer one runs has lost its end. */
@Singleton
public class Succession {
    /** Stations tell the end of one session and the start of the next in seconds, and not always in this order. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** No station has so many EVSEs. What it asks of its open sessions with each message must not grow for ever. */
    public static final int MOST_OPEN = 500;

    private final SessionLedger ledger;
    private final ChargingSettings settings;

    @Inject
    public Succession(SessionLedger ledger, ChargingSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    /** That a session counts as over because its token was refused: it waits for its stop, for a while. */
    EndSign refused(Instant now) {
        return EndSign.of(ClosedBy.REFUSED, now, settings.freeAfter());
    }

    /**
     * Sessions on the EVSE of a session that began before it, and those that a station has too many of: it was not heard of them
     * for longer than of any other. To be asked before that one is entered, or after.
     */
    List<ChargingSession> before(Tx tx, ChargingSession newer) {
        if (!newer.isOpen()) {
            return List.of();
        }
        List<ChargingSession> here =
                at(tx, newer).filter(open -> !began(open).isAfter(began(newer))).toList();
        List<ChargingSession> open =
                ledger.sessions().in(tx, newer.origin().station()).open();
        return open.size() - here.size() < MOST_OPEN ? here : withSilent(here, open, newer);
    }

    private static List<ChargingSession> withSilent(
            List<ChargingSession> here, List<ChargingSession> open, ChargingSession newer) {
        List<ChargingSession> others = open.stream()
                .filter(other -> other.id() != newer.id() && !here.contains(other))
                .sorted(Comparator.comparing(other -> other.times().updatedAt()))
                .toList();
        return Stream.concat(here.stream(), others.stream().limit(Math.max(0, others.size() - MOST_OPEN + 1)))
                .toList();
    }

    /** A session that comes late, with a newer one on its EVSE already: its end may be on its way, or it is lost too. */
    ChargingSession placed(Tx tx, ChargingSession late, Caller caller) {
        boolean isOld =
                late.isOpen() && at(tx, late).anyMatch(open -> began(open).isAfter(began(late)));
        return isOld ? late.with(late.ending().withSign(weak(caller.receivedAt()))) : late;
    }

    /** Sessions that have never named their EVSE, where the station begins another one: they may be over. */
    void doubtUnplaced(Tx tx, ChargingSession newer, Caller caller) {
        if (!newer.isOpen() || newer.offline()) {
            return;
        }
        for (ChargingSession open :
                ledger.sessions().in(tx, newer.origin().station()).open()) {
            if (open.id() != newer.id()
                    && open.place().evse() == null
                    && open.ending().sign() == null
                    && !began(open).isAfter(began(newer))) {
                ledger.enter(
                        tx,
                        open,
                        open.with(open.ending().withSign(weak(caller.receivedAt()))),
                        new TrailEntryBuilder().with("newer", newer.id()).event(TrailEntry.Kind.UPDATED, caller));
            }
        }
    }

    /** Whether a session that was closed without its station is open again, because a message of it has come. */
    boolean goesOn(Tx tx, ChargingSession closed, EventTime when) {
        Instant ended = closed.times().endedAt();
        ClosedBy by = closed.ending().closedBy();
        if (by == null || when.offline() || (ended != null && !when.at().isAfter(ended))) {
            return false;
        }
        return switch (by) {
            case REBOOT, CONNECTOR_FREE, REFUSED, SUPERSEDED ->
                at(tx, closed).noneMatch(open -> !began(open).isBefore(began(closed)));
            case STATION, OPERATOR ->
                false; // a human may have closed one because its station never stops telling of it
        };
    }

    /**
     * What a message of a session tells that a newer one on its EVSE has, or may have, ended: where it is of a time at which the
     * newer one had begun, their registers may have counted the same energy.
     */
    Set<Suspicion> overlap(Tx tx, ChargingSession session, EventTime when) {
        Integer evse = session.place().evse();
        EndSign sign = session.ending().sign();
        boolean hasNewer =
                session.ending().closedBy() == ClosedBy.SUPERSEDED || sign != null && sign.by() == ClosedBy.SUPERSEDED;
        if (!hasNewer || evse == null) {
            return Set.of();
        }
        boolean overlaps = ledger
                .sessions()
                .in(tx, session.origin().station())
                .begunAt(evse, began(session), when.at().minus(TOLERANCE))
                .stream()
                .anyMatch(newer -> newer.id() != session.id() && !newer.isRefusedAndIdle());
        return overlaps ? Set.of(Suspicion.SESSIONS_OVERLAP) : Set.of();
    }

    private EndSign weak(Instant now) {
        return EndSign.of(ClosedBy.SUPERSEDED, now, settings.freeAfter());
    }

    private Stream<ChargingSession> at(Tx tx, ChargingSession session) {
        return ledger.sessions().in(tx, session.origin().station()).openAt(session.place()).stream()
                .filter(open -> open.id() != session.id());
    }

    private static Instant began(ChargingSession session) {
        return session.times().startedAt();
    }
}
