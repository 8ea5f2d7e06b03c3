package org.ohmstead.messagelog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.access.StreamPlaces;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.live.LiveSink;

/** Messages as server-sent events. */
@Singleton
public class LiveMessages {
    /** How long it may take until who watches some groups of stations notices a change of them. */
    private static final Duration LONGEST_SEEN = Duration.ofSeconds(10);

    private static final int MOST_WATCHERS = 100;

    private final MessageLog log;
    private final ObjectMapper json;
    private final Duration longestUnread;
    private final StreamPlaces places = new StreamPlaces(MOST_WATCHERS, "live streams");

    @Inject
    public LiveMessages(MessageLog log, ObjectMapper json) {
        this(log, json, LiveSink.LONGEST_UNREAD);
    }

    LiveMessages(MessageLog log, ObjectMapper json, Duration longestUnread) {
        this.log = log;
        this.json = json;
        this.longestUnread = longestUnread;
    }

    /**
     * Returns when the reader is gone, does not read or may not any more, or the server stops.
     *
     * @param cut closes the reader's connection, whatever it has not read
     * @throws Refused too many streams are open, of this one, of its tenant or of all
     */
    void stream(MessageFilter filter, StillAllowed allowed, SseEventSink sink, Sse sse, Runnable cut) {
        StreamPlaces.Place entered = places.enter(allowed.who()); // before the answer has begun
        try (entered;
                Tail tail = log.tail(filter)) {
            new LiveSink(sink, sse, allowed, longestUnread)
                    .run(reader -> pass(tail, new Identities(filter.scope()), reader), cut);
        }
    }

    private void pass(Tail tail, Identities identities, LiveSink reader) throws InterruptedException {
        while (!tail.isClosed() && reader.isOpen()) {
            Entry entry = tail.next(LiveSink.BETWEEN_LOOKS);
            if (entry != null && identities.isSeen(entry.station())) {
                reader.event("message", text(Message.live(entry, identities.of(entry.station()))));
            }
            long missed = tail.missed();
            if (missed > 0) {
                reader.event("missed", Long.toString(missed));
            }
        }
    }

    /** The stations of a stream. */
    private final class Identities {
        private final Scope scope;
        private final Map<Long, Optional<String>> known = new HashMap<>();
        private long since = System.nanoTime();

        Identities(Scope scope) {
            this.scope = scope;
        }

        /** @return null: the station has been deleted */
        @Nullable
        String of(long station) {
            return known.computeIfAbsent(station, id -> log.identity(scope, id)).orElse(null);
        }

        /** Who is limited to groups of stations sees no other, from a moment after it has left them. */
        boolean isSeen(long station) {
            if (scope.isLimited() && System.nanoTime() - since > LONGEST_SEEN.toNanos()) {
                known.clear();
                since = System.nanoTime();
            }
            return !scope.isLimited() || of(station) != null;
        }
    }

    private String text(Message message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
