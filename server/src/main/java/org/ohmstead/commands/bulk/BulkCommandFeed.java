package org.ohmstead.commands.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.access.StreamPlaces;
import org.ohmstead.live.LiveSink;

/** The progress of a bulk command as server-sent events: each change of its numbers, until it has ended. */
@Singleton
public class BulkCommandFeed {
    private static final int MOST_WATCHERS = 400;

    private final BulkCommands bulkCommands;
    private final ObjectMapper json;
    private final StreamPlaces places = new StreamPlaces(MOST_WATCHERS, "streams of bulk commands");
    private volatile boolean ended;

    @Inject
    public BulkCommandFeed(BulkCommands bulkCommands, ObjectMapper json) {
        this.bulkCommands = bulkCommands;
        this.json = json;
    }

    /** Ends all, at the server's end. */
    public void end() {
        ended = true;
    }

    /** @param cut closes the reader's connection, whatever it has not read */
    void stream(long id, StillAllowed allowed, SseEventSink sink, Sse sse, Runnable cut) {
        Actor by = allowed.who().actor();
        StreamPlaces.Place entered = places.enter(allowed.who()); // before the answer has begun
        try (entered) {
            new LiveSink(sink, sse, allowed, LiveSink.LONGEST_UNREAD).run(reader -> tell(by, id, reader), cut);
        }
    }

    private void tell(Actor by, long id, LiveSink reader) throws InterruptedException {
        BulkCommandView last = null;
        while (!ended && reader.isOpen()) {
            BulkCommandView now = view(by, id);
            if (!now.equals(last)) {
                reader.event("progress", text(now));
                last = now;
            }
            if (isOver(now)) {
                reader.event("end", now.state());
                return;
            }
            Thread.sleep(LiveSink.BETWEEN_LOOKS);
        }
    }

    /** All had their turn, and none is waited for any more. */
    private static boolean isOver(BulkCommandView bulk) {
        return bulk.endedAt() != null && bulk.open() == 0;
    }

    private BulkCommandView view(Actor by, long id) {
        BulkCommand bulk = bulkCommands.get(by, id);
        return BulkCommandView.of(bulk, bulkCommands.progress(by.scope(), bulk));
    }

    private String text(@Nullable BulkCommandView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
