package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.SessionView;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.StationRef;

/** How a human closes a session whose stop will not come. A late stop still completes it. */
@Singleton
public class SessionClosing {
    private final SessionLedger ledger;
    private final GroupCommit commits;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public SessionClosing(SessionLedger ledger, GroupCommit commits, AuditLog audit, Clock clock) {
        this.ledger = ledger;
        this.commits = commits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param reason why, for the trail of evidence
     * @throws Refused not found or in conflict where there is no such open session
     */
    public ChargingSession close(Actor by, StationRef station, long id, String reason) {
        Instant now = EventTime.micros(clock.instant());
        return commits.write(station.scope(), station.id(), tx -> {
            ChargingSession session = ledger.sessions()
                    .in(tx, station)
                    .byId(id)
                    .orElseThrow(() -> Refused.notFound("There is no session " + id + "."));
            if (!session.isOpen()) {
                throw Refused.conflict(null, "Session " + id + " has ended already, so there is nothing to close.");
            }
            TrailEntry event = new TrailEntry(
                    TrailEntry.Kind.CLOSED,
                    null,
                    "",
                    null,
                    null,
                    null,
                    now,
                    false,
                    0,
                    TrailEntry.Detail.said(Map.of("actor", by.word(), "reason", reason)));
            ChargingSession closed =
                    ledger.close(tx, session.with(session.times().seen(now)), ClosedBy.OPERATOR, now, event);
            audit.record(tx, by, closed(session, closed).with("reason", reason));
            return closed;
        });
    }

    /** What closing a session changed of it. */
    static AuditEntry closed(ChargingSession before, ChargingSession after) {
        return AuditEntry.changed("session", after.id(), SessionView.of(before), SessionView.of(after))
                .as("closed");
    }
}
