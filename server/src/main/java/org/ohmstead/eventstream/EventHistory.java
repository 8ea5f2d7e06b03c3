package org.ohmstead.eventstream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.events.EventBatch;
import org.ohmstead.events.EventRelay;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.StoredEvents;

/** The events that are kept, newest first. They lie together for all organisations, so a page looks at some of them only. */
@Singleton
public class EventHistory {
    private static final int ROWS = 50;
    /** So many numbers a page looks at, some tenths of a second. */
    private static final long MOST_LOOKED_AT = 20_000;

    private final StoredEvents stored;
    private final SqlEventStations stations;

    @Inject
    public EventHistory(EventRelay relay, SqlEventStations stations) {
        this.stored = relay.stored();
        this.stations = stations;
    }

    /**
     * @param from stored then or later
     * @param to   stored before
     */
    Page<EventView> page(
            EventFilter filter, @Nullable Instant from, @Nullable Instant to, Limit limit, @Nullable Cursor cursor) {
        long lowest = from == null ? 1 : stored.firstFrom(from);
        long before = cursor == null ? Long.MAX_VALUE : cursor.id();
        if (to != null) {
            before = Math.min(before, stored.firstFrom(to));
        }
        SeenStations seen = new SeenStations(stations, filter.scope());
        List<EventView> items = new ArrayList<>();
        long newest = Long.MIN_VALUE;
        while (before > lowest) {
            List<EventBatch> batches = stored.before(before, ROWS);
            if (batches.isEmpty()) {
                return new Page<>(items, null);
            }
            for (EventBatch batch : batches) {
                newest = Math.max(newest, batch.last());
                for (StoredEvent event : batch.events().reversed()) {
                    if (event.id() >= lowest
                            && event.id() < before
                            && filter.matches(event)
                            && seen.sees(event.station())) {
                        if (items.size() == limit.rows()) {
                            return new Page<>(
                                    items, Cursor.at(items.getLast().id()).text());
                        }
                        items.add(EventView.of(event, seen.identity(event.station())));
                    }
                }
                before = batch.first();
            }
            if (newest - before > MOST_LOOKED_AT && before > lowest) {
                return new Page<>(items, Cursor.at(before).text());
            }
        }
        return new Page<>(items, null);
    }
}
