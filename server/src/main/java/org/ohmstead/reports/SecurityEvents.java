package org.ohmstead.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.stations.StationRef;

/** Security events, kept for ever and never changed (OCPP 1.6 security extension A04, OCPP 2.x A04). */
@Singleton
public class SecurityEvents {
    private final SqlSecurityEventStore store;

    @Inject
    public SecurityEvents(SqlSecurityEventStore store) {
        this.store = store;
    }

    /** Keeps it. A station repeats what was not answered in time: the same event at the same time is kept once (A04.FR.02). */
    public void report(StationRef station, SecurityReport report) {
        store.append(station, report);
    }

    /** Those of one station, newest arrival first. */
    public Page<SecurityEvent> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.before(station.tenant(), station.id(), limit.rows() + 1, after),
                limit,
                event -> Cursor.at(event.id()));
    }

    /** Those of all stations, newest arrival first. */
    public Page<SecurityEvent> page(long tenant, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(tenant, null, limit.rows() + 1, after), limit, event -> Cursor.at(event.id()));
    }
}
