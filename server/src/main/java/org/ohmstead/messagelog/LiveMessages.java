package org.ohmstead.messagelog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.access.StreamPlaces;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;

/** Messages as server-sent events. */
@Singleton
public class LiveMessages {
    private static final Logger LOG = System.getLogger(LiveMessages.class.getName());

    /** A sign of life, so that proxies keep the stream and a reader that is gone is noticed. */
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(15);

    /** How soon a reader that is gone makes room for another. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Whoever reads nothing for as long is cut off. */
    private static final Duration LONGEST_UNREAD = Duration.ofSeconds(30);

    /** How long it may take until who watches some groups of stations notices a change of them. */
    private static final Duration LONGEST_SEEN = Duration.ofSeconds(10);

    private static final int MOST_WATCHERS = 100;

    private final MessageLog log;
    private final ObjectMapper json;
    private final Duration longestUnread;
    private final StreamPlaces places = new StreamPlaces(MOST_WATCHERS, "live streams");

    @Inject
    public LiveMessages(MessageLog log, ObjectMapper json) {
        this(log, json, LONGEST_UNREAD);
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
                sink;
                Tail tail = log.tail(filter)) {
            send(sink, allowed, sse.newEventBuilder().comment("open").build());
            pass(tail, new Identities(filter.scope()), allowed, sink, sse);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ReaderGone e) {
            boolean slow = e.getCause() instanceof TimeoutException;
            LOG.log(
                    slow ? Level.INFO : Level.DEBUG,
                    "The reader of a live stream is " + (slow ? "cut off, because it read nothing" : "gone"));
            if (slow) {
                cut.run();
            }
        }
    }

    private void pass(Tail tail, Identities identities, StillAllowed allowed, SseEventSink sink, Sse sse)
            throws InterruptedException {
        long silentSince = System.nanoTime();
        while (!sink.isClosed() && !tail.isClosed()) {
            if (!allowed.now()) {
                send(sink, allowed, sse.newEvent("end", "access"));
                return;
            }
            Entry entry = tail.next(BETWEEN_LOOKS);
            if (entry != null && identities.isSeen(entry.station())) {
                send(sink, allowed, event(sse, entry, identities.of(entry.station())));
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > BETWEEN_SIGNS_OF_LIFE.toNanos()) {
                send(sink, allowed, sse.newEventBuilder().comment("alive").build());
                silentSince = System.nanoTime();
            }
            long missed = tail.missed();
            if (missed > 0) {
                send(sink, allowed, sse.newEvent("missed", Long.toString(missed)));
            }
        }
    }

    /** The usual end of a stream. */
    private static final class ReaderGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReaderGone(Throwable cause) {
            super(cause);
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

    private OutboundSseEvent event(Sse sse, Entry entry, @Nullable String identity) {
        return sse.newEvent("message", text(Message.live(entry, identity)));
    }

    private void send(SseEventSink sink, StillAllowed allowed, OutboundSseEvent event) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            CompletableFuture<?> sent = sink.send(event).toCompletableFuture();
            while (!isSent(sent)) {
                if (System.nanoTime() - begin > longestUnread.toNanos() || !allowed.now()) {
                    throw new ReaderGone(new TimeoutException());
                }
            }
        } catch (ExecutionException | IllegalStateException e) { // in a message, or before it
            throw new ReaderGone(e);
        }
    }

    private boolean isSent(CompletableFuture<?> message) throws InterruptedException, ExecutionException {
        try {
            message.get(Math.min(BETWEEN_LOOKS.toMillis(), longestUnread.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
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
