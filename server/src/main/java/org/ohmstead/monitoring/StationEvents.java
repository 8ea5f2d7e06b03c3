package org.ohmstead.monitoring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.notices.NoticeFilter;
import org.ohmstead.notices.SqlArrivalOrder;
import org.ohmstead.stations.StationRef;

/** The events of stations' monitors (OCPP 2.x N07), each kept once however often it is repeated. */
@Singleton
public class StationEvents {
    private final SqlStationEventStore store;

    @Inject
    public StationEvents(SqlStationEventStore store) {
        this.store = store;
    }

    /**
     * Keeps them; returns when they are durable.
     *
     * @param fresh what follows from each that did not stand already, in the same transaction
     * @param also  what the message changes beside them, in the same transaction
     */
    public void report(
            StationRef station, List<StationEvent> events, BiConsumer<Tx, StationEvent> fresh, Consumer<Tx> also) {
        if (!events.isEmpty()) {
            store.append(station, events, fresh, also);
        }
    }

    /** Newest arrival first. */
    public Page<StationEvent.Kept> page(StationRef station, NoticeFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.before(station, filter, limit.rows() + 1, after),
                limit,
                event -> SqlArrivalOrder.cursor(event.receivedAt(), event.id()));
    }
}
