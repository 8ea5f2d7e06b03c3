package org.ohmstead.monitoring.streams;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.monitoring.places.MonitoredVariable;
import org.ohmstead.stations.StationRef;

/**
 * Streams that stations open for the values of their periodic monitors. Any is accepted, also of a monitor that is not known: its
 * request may overtake the answer that tells of its monitor, and what the monitor watches is filled in when it becomes known.
 */
@Singleton
public class EventStreams {
    /** So many may be open of one station. */
    static final int MOST_OPEN = 200;

    private static final int CACHED = 10_000;

    private final SqlEventStreamStore store;
    private final StreamValues values;
    private final RowCache<Long, Map<Long, Long>> open;
    private final LongAdder unknown = new LongAdder();

    @Inject
    public EventStreams(SqlEventStreamStore store, StreamValues values) {
        this.store = store;
        this.values = values;
        this.open = new RowCache<>(
                "event-stream", CACHED, new RowCache.Keys<>(Object::toString, Long::valueOf), store.invalidations());
    }

    /** A stream in the words of the station. */
    public record Told(
            long number,
            long monitor,
            @Nullable Integer interval,
            @Nullable Integer values) {
        EventStream.Pace pace() {
            return new EventStream.Pace(
                    interval == null ? null : interval.longValue(), values == null ? null : values.longValue());
        }
    }

    /** N11. @return false: too many are open already, so that the station sends its values one by one */
    public boolean opened(StationRef station, Told stream, Instant at) {
        try {
            return store.write(station, tx -> opened(tx, station, stream, at.truncatedTo(ChronoUnit.MICROS)));
        } finally {
            open.forget(station.id());
        }
    }

    private boolean opened(Tx tx, StationRef station, Told stream, Instant at) {
        List<EventStream> standing = store.open(tx, station);
        EventStream same = standing.stream()
                .filter(one -> one.number() == stream.number())
                .findFirst()
                .orElse(null);
        if (same != null && same.monitor() == stream.monitor()) {
            store.pace(tx, same.id(), stream.pace());
            return true;
        }
        if (same != null) {
            store.close(tx, same.id(), EventStream.End.REPLACED, at);
        } else if (standing.size() >= MOST_OPEN) {
            return false;
        }
        store.insert(tx, station, stream.number(), stream.monitor(), stream.pace(), at);
        return true;
    }

    /** N13. */
    public void closed(StationRef station, long number, Instant at) {
        endWhere(station, EventStream.End.STATION, at, stream -> stream.number() == number);
    }

    /** A station has booted, so that all that it opened before has ended. */
    void booted(StationRef station, Instant at) {
        endWhere(station, EventStream.End.BOOT, at, stream -> stream.openedAt().isBefore(at));
    }

    private void endWhere(StationRef station, EventStream.End why, Instant at, Predicate<EventStream> which) {
        try {
            store.write(station, tx -> {
                end(tx, station, why, at.truncatedTo(ChronoUnit.MICROS), which);
                return station.id();
            });
        } finally {
            open.forget(station.id());
        }
    }

    private void end(Tx tx, StationRef station, EventStream.End why, Instant at, Predicate<EventStream> which) {
        store.open(tx, station).stream().filter(which).forEach(stream -> store.close(tx, stream.id(), why, at));
        tx.afterCommit(() -> open.forget(station.id()));
    }

    /** A monitor is no more, and its streams neither. */
    public void monitorGone(Tx tx, StationRef station, long monitor, Instant at) {
        end(tx, station, EventStream.End.MONITOR_REMOVED, at, stream -> stream.monitor() == monitor);
    }

    /** What a monitor watches is known. */
    public void monitorKnown(Tx tx, StationRef station, long monitor, MonitoredVariable variable) {
        store.named(tx, station, monitor, variable);
    }

    /** N14: the station has agreed to another pace. */
    void adjusted(Tx tx, StationRef station, long number, EventStream.Pace pace) {
        store.open(tx, station).stream()
                .filter(stream -> stream.number() == number)
                .forEach(stream -> store.pace(tx, stream.id(), pace));
    }

    /** N12: these it has, and no others. @param askedAt what was opened later may be missing among them */
    void listed(Tx tx, StationRef station, List<Told> streams, Instant askedAt, Instant at) {
        Set<Long> numbers = new HashSet<>();
        for (Told stream : streams) {
            numbers.add(stream.number());
            opened(tx, station, stream, at);
        }
        end(
                tx,
                station,
                EventStream.End.NOT_LISTED,
                at,
                stream ->
                        !numbers.contains(stream.number()) && stream.openedAt().isBefore(askedAt));
    }

    /**
     * N15: values have come. Those of a stream that nobody here has accepted are dropped and counted (behaviour 11.1). Does not
     * wait.
     *
     * @param pending how many more wait at the station
     * @return false: dropped
     */
    public boolean came(StationRef station, long number, long pending, List<StreamValue> came, Instant receivedAt) {
        Long stream = Objects.requireNonNull(open.get(station.id(), () -> store.open(station)))
                .get(number);
        if (stream == null) {
            unknown.increment();
            return false;
        }
        Instant received = receivedAt.truncatedTo(ChronoUnit.MICROS);
        values.add(new StreamValues.Arrival(station, stream, pending, received, came));
        return true;
    }

    /** How many messages of unknown streams have come since the start. */
    public long unknown() {
        return unknown.sum();
    }

    /** The last opened first. @param isOpen null: those that have ended, too */
    Page<EventStream> page(StationRef station, @Nullable Boolean isOpen, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(station, isOpen, limit.rows() + 1, after), limit, stream -> Cursor.at(stream.id()));
    }

    /** @throws Refused not found */
    EventStream get(StationRef station, long id) {
        return store.find(station, id)
                .orElseThrow(() -> Refused.notFound("Station '" + station.identity() + "' has opened no stream " + id
                        + ". GET /api/v1/stations/{station}/event-streams lists them."));
    }

    /** All that are known, the last opened first; so many that they can be looked through. */
    List<EventStream> all(StationRef station) {
        return store.before(station, null, 1_000, null);
    }
}
