package org.ohmstead.eventstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.PassesByItself;
import org.ohmstead.charging.live.MeterSample;
import org.ohmstead.events.EventBatch;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.StoredEvents;
import org.ohmstead.live.LiveSink;

/** One who reads events as they come, and where it is among them. */
final class EventReader {
    private static final String METER = "session.meter";
    private static final String MISSED = "missed";

    /** So soon it is told what meters show. */
    private static final Duration BETWEEN_METERS = Duration.ofMillis(200);

    /** So often a reader hears where it is to whom nothing is told, so that it need not begin far back. */
    private static final long BETWEEN_POSITIONS = Duration.ofSeconds(15).toNanos();

    private final StoredEvents stored;
    private final EventFilter filter;
    private final SeenStations seen;
    private final ObjectMapper json;
    private final Clock clock;
    private long position;
    private long known;
    private long knownAt = System.nanoTime();

    /** Events that are no longer kept. @param at when that was found */
    record Missed(long from, long to, Instant at) {}

    EventReader(StoredEvents stored, EventFilter filter, SeenStations seen, ObjectMapper json, Clock clock) {
        this.stored = stored;
        this.filter = filter;
        this.seen = seen;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param after  the number of the last event that it knows; null: it begins now
     * @param meters null: it does not want them
     */
    void tell(@Nullable Long after, @Nullable WaitingMeters meters, LiveSink to, BooleanSupplier ended)
            throws InterruptedException {
        begin(after, to);
        while (!ended.getAsBoolean() && to.isOpen()) {
            long news = stored.seen();
            boolean more = pass(to);
            if (meters != null) {
                pass(meters, to);
            }
            if (position > known && System.nanoTime() - knownAt > BETWEEN_POSITIONS) {
                to.position(Long.toString(position));
                isKnown();
            }
            if (!more) {
                stored.await(news, meters == null ? LiveSink.BETWEEN_LOOKS : BETWEEN_METERS);
            }
        }
    }

    private void begin(@Nullable Long after, LiveSink to) throws InterruptedException {
        position = after == null ? stored.newest() : after;
        if (after != null && after > stored.head()) { // of another database, or of one that was put back
            position = 0;
        }
        if (after != null) {
            skipTo(stored.floor(), to);
        } else {
            to.position(Long.toString(position)); // one that breaks off before the first event goes on from here
        }
        isKnown();
    }

    private void isKnown() {
        known = position;
        knownAt = System.nanoTime();
    }

    /** @return whether there may be more */
    private boolean pass(LiveSink to) throws InterruptedException {
        List<EventBatch> batches;
        try {
            batches = stored.after(position);
        } catch (PassesByItself databaseAway) {
            return false;
        }
        for (EventBatch batch : batches) {
            skipTo(batch.first() - 1, to);
            for (StoredEvent event : batch.events()) {
                if (event.id() > position) {
                    tell(event, to);
                    position = event.id();
                }
            }
            position = batch.last();
        }
        return !batches.isEmpty();
    }

    private void skipTo(long last, LiveSink to) throws InterruptedException {
        if (last > position) {
            Missed missed = new Missed(position + 1, last, clock.instant());
            to.event(Long.toString(last), MISSED, text(missed));
            position = last;
            isKnown();
        }
    }

    private void tell(StoredEvent event, LiveSink to) throws InterruptedException {
        if (filter.matches(event) && seen.sees(event.station())) {
            EventView view = EventView.of(event, seen.identity(event.station()));
            to.event(Long.toString(event.id()), event.kind(), text(view));
            knownAt = System.nanoTime();
            known = event.id();
        }
    }

    private void pass(WaitingMeters meters, LiveSink to) throws InterruptedException {
        for (MeterSample sample : meters.due(System.nanoTime())) {
            if (seen.sees(sample.stationId())) {
                to.event(METER, text(sample));
            }
        }
    }

    private String text(Object told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
