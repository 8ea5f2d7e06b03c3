package org.ohmstead.securityevents;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.notices.NoticeFilter;
import org.ohmstead.notices.SqlArrivalOrder;
import org.ohmstead.stations.StationRef;

/**
 * Security events (OCPP 1.6 security extension A04, OCPP 2.x A04). Some stations report one every few minutes for ever, such as
 * each setting of their clock, so those of the same type and text within a day are one row, with how many there were, the
 * first and the last. A row is told of when it begins. However fast a station reports, and however many words it invents,
 * it fills no more than some hundred rows a day.
 */
@Singleton
public class SecurityEvents {
    private final SqlSecurityEventStore store;

    @Inject
    public SecurityEvents(SqlSecurityEventStore store) {
        this.store = store;
    }

    /** Keeps it. A station repeats what was not answered in time: the same event at the same time counts once (A04.FR.02). */
    public void report(StationRef station, SecurityReport report) {
        store.append(station, report);
    }

    /** Those of one station, the newest first arrival first. */
    public Page<SecurityEvent> page(StationRef station, NoticeFilter filter, Limit limit, @Nullable Cursor after) {
        return page(store.before(station.scope(), station.id(), filter, limit.rows() + 1, after), limit);
    }

    /** Those of all stations, the newest first arrival first. */
    public Page<SecurityEvent> page(Scope scope, NoticeFilter filter, Limit limit, @Nullable Cursor after) {
        return page(store.before(scope, null, filter, limit.rows() + 1, after), limit);
    }

    private static Page<SecurityEvent> page(List<SecurityEvent> rows, Limit limit) {
        return Page.of(
                rows, limit, event -> SqlArrivalOrder.cursor(event.first().receivedAt(), event.id()));
    }
}
