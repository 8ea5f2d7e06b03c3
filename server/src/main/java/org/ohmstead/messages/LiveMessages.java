package org.ohmstead.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.ohmstead.api.Problem;

/** Messages as server-sent events. */
@ApplicationScoped
public class LiveMessages {
    /** A sign of life, so that proxies keep the stream and a reader that is gone is noticed. */
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(15);

    private static final int MOST_WATCHERS = 100;

    private final MessageLog log;
    private final ObjectMapper json;

    @Inject
    public LiveMessages(MessageLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /** Returns when the reader is gone, or the server stops. */
    void stream(MessageFilter filter, SseEventSink sink, Sse sse) {
        if (log.watchers() >= MOST_WATCHERS) {
            throw new Problem(
                    503,
                    "Too many live streams",
                    MOST_WATCHERS + " live streams are open, and no more are allowed. Close one of them first.",
                    null);
        }
        Map<Long, String> identities = new HashMap<>();
        try (sink;
                Tail tail = log.tail(filter)) {
            send(sink, sse.newEventBuilder().comment("open").build());
            while (!sink.isClosed() && !tail.isClosed()) {
                Entry entry = tail.next(BETWEEN_SIGNS_OF_LIFE);
                if (entry == null) {
                    send(sink, sse.newEventBuilder().comment("alive").build());
                } else {
                    send(sink, event(sse, entry, identities));
                }
                long missed = tail.missed();
                if (missed > 0) {
                    send(sink, sse.newEvent("missed", Long.toString(missed)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CompletionException e) {
            // The reader is gone in the middle of a message: the usual end of a stream.
        }
    }

    private OutboundSseEvent event(Sse sse, Entry entry, Map<Long, String> identities) {
        String identity = identities.computeIfAbsent(
                entry.station(), id -> log.identity(id).orElse(""));
        return sse.newEvent("message", text(Message.live(entry, identity.isEmpty() ? null : identity)));
    }

    private static void send(SseEventSink sink, OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }

    private String text(Message message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
