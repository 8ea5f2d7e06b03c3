package org.ohmstead.eventstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.access.StreamPlaces;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.readings.LiveMeters;
import org.ohmstead.events.EventRelay;
import org.ohmstead.events.StoredEvents;
import org.ohmstead.live.LiveSink;

/** Events as server-sent events: who reads them at this node. */
@Singleton
public class LiveEvents {
    private static final int MOST_READERS = 400;

    private final StoredEvents stored;
    private final SqlEventStations stations;
    private final LiveMeters meters;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration longestUnread;
    private final StreamPlaces places = new StreamPlaces(MOST_READERS, "streams of events");
    private volatile boolean ended;

    @Inject
    public LiveEvents(EventRelay relay, SqlEventStations stations, LiveMeters meters, ObjectMapper json, Clock clock) {
        this(relay.stored(), stations, meters, json, clock, LiveSink.LONGEST_UNREAD);
    }

    LiveEvents(
            StoredEvents stored,
            SqlEventStations stations,
            LiveMeters meters,
            ObjectMapper json,
            Clock clock,
            Duration longestUnread) {
        this.stored = stored;
        this.stations = stations;
        this.meters = meters;
        this.json = json;
        this.clock = clock;
        this.longestUnread = longestUnread;
    }

    /**
     * What one reader wants.
     *
     * @param after the number of the last event that it knows; null: it begins with what comes now
     * @param meter whether it is told what meters show
     */
    record Wish(EventFilter filter, @Nullable Long after, boolean meter) {}

    /** Where a reader is sent to, and what ends it. @param cut closes its connection, whatever it has not read */
    record Way(SseEventSink sink, Sse sse, StillAllowed allowed, Runnable cut) {}

    /**
     * Returns when the reader is gone, does not read or may not any more, or the server stops.
     *
     * @throws Refused too many streams are open, of this one, of its tenant or of all
     */
    void stream(Wish wish, Way way) {
        StreamPlaces.Place entered = places.enter(way.allowed().who()); // before the answer has begun
        try (entered) {
            WaitingMeters waiting = new WaitingMeters(wish.filter());
            SeenStations seen = new SeenStations(stations, wish.filter().scope());
            EventReader reader = new EventReader(stored, wish.filter(), seen, json, clock);
            LiveSink sink = new LiveSink(way.sink(), way.sse(), way.allowed(), longestUnread);
            if (wish.meter()) {
                try (LiveMeters.Watch watch = meters.watch(waiting::offer)) {
                    sink.run(to -> reader.tell(wish.after(), waiting, to, () -> ended), way.cut());
                }
            } else {
                sink.run(to -> reader.tell(wish.after(), null, to, () -> ended), way.cut());
            }
        }
    }

    /** How many streams are open. */
    int readers() {
        return places.open();
    }

    /** Ends all, at the server's end. */
    public void end() {
        ended = true;
    }
}
