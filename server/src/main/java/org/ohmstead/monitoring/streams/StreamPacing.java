package org.ohmstead.monitoring.streams;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneAtATime;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.stations.StationRef;

/**
 * Lets a stream come faster whose station gathers values sooner than it may send them, seen by what waits there and grows from
 * message to message (behaviour 11.1). Twice as many in a message, or a message in half the time; and again, where that is not
 * enough.
 */
@Singleton
public class StreamPacing {
    private static final Logger LOG = System.getLogger(StreamPacing.class.getName());
    private static final String NAME = "event-stream-pace";

    /** A burst passes by itself. */
    private static final int GROWN_TIMES = 3;
    /** What was adjusted has its time to help; what was refused is left in peace for as long. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final long MOST_VALUES = 1_000;
    private static final int MOST_WATCHED = 10_000;

    private record Key(long station, long number) {}

    /** @param quietUntil nothing is done before; null: at once */
    private record Seen(long pending, int grown, @Nullable Instant quietUntil) {}

    private final EventStreams streams;
    private final Verbs verbs;
    private final Clock clock;
    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();
    private final OneAtATime running = new OneAtATime(NAME);

    @Inject
    public StreamPacing(EventStreams streams, Verbs verbs, Clock clock) {
        this.streams = streams;
        this.verbs = verbs;
        this.clock = clock;
    }

    /** A message of a stream has come. Does not wait. @param pending how many values more wait at the station */
    public void came(StationRef station, long number, long pending) {
        if (isOvertaken(station, number, pending)) {
            running.start(
                    new Key(station.id(), number),
                    "tenant=" + station.tenant() + " station=" + station.identity() + " adjusting its streams",
                    () -> adjust(station, number));
        }
    }

    /** Whether it is time to do something; then not again before the pause is over. */
    boolean isOvertaken(StationRef station, long number, long pending) {
        if (seen.size() > MOST_WATCHED) {
            seen.clear();
        }
        Instant now = clock.instant();
        Seen after = seen.compute(new Key(station.id(), number), (key, before) -> {
            boolean isQuiet = before != null && before.quietUntil() != null && now.isBefore(before.quietUntil());
            Instant until = isQuiet ? before.quietUntil() : null;
            int grown = before != null && pending > before.pending() ? before.grown() + 1 : 0;
            // nothing to remember
            return pending == 0 && until == null ? null : new Seen(pending, isQuiet ? 0 : grown, until);
        });
        if (after == null || after.grown() < GROWN_TIMES) {
            return false;
        }
        seen.put(new Key(station.id(), number), new Seen(pending, 0, now.plus(PAUSE)));
        return true;
    }

    /** Blocks until the station has answered. */
    void adjust(StationRef station, long number) {
        Optional<EventStream> open = streams.all(station).stream()
                .filter(stream -> stream.closedAt() == null && stream.number() == number)
                .findFirst();
        EventStream.Pace pace = open.map(stream -> faster(stream.pace())).orElse(null);
        if (pace == null) {
            return;
        }
        try {
            verbs.tell(
                    Actor.server(station.tenant(), NAME),
                    station.identity(),
                    StreamCommands.adjust(number, pace),
                    SendOptions.USUAL);
        } catch (Refused refused) {
            LOG.log(
                    Level.INFO,
                    "tenant={0} station={1} stream {2} is not adjusted: {3}",
                    station.tenant(),
                    station.identity(),
                    number,
                    refused.detail());
        }
    }

    /** Null: it cannot be any faster, or nobody knows how it is. */
    static EventStream.@Nullable Pace faster(EventStream.Pace pace) {
        Long values = pace.values();
        Long interval = pace.interval();
        if (values != null && values < MOST_VALUES) {
            return new EventStream.Pace(interval, Math.min(MOST_VALUES, Math.max(1, values) * 2));
        }
        return values == null && interval != null && interval > 1 ? new EventStream.Pace(interval / 2, null) : null;
    }
}
