package org.ohmstead.charging.course;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;

/** What sessions were, moment by moment, for other slices. */
@Singleton
public class SessionCourses {
    private final SqlSessionCourses rows;

    @Inject
    public SessionCourses(SqlSessionCourses rows) {
        this.rows = rows;
    }

    /** A session as it stands now. */
    public Optional<ChargingSession> session(Scope scope, long id) {
        return rows.session(scope, id);
    }

    /** The session that went on at an EVSE at a moment; of several the newest. */
    public Optional<ChargingSession> at(StationRef station, int evse, Instant at) {
        return rows.at(station, evse, at);
    }

    /** With the readings that stand by now. */
    public SessionCourse of(ChargingSession session) {
        return rows.of(session);
    }
}
