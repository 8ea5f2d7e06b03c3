package org.ohmstead.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ohmstead.access.StillAllowed;

/**
 * Server-sent events for one reader, on the thread that asked for them. The reader is cut off when it reads nothing for long, and
 * told the end when it may not read any more. Not safe for several threads.
 */
public final class LiveSink {
    private static final Logger LOG = System.getLogger(LiveSink.class.getName());

    /** A sign of life, so that proxies keep the stream and a reader that is gone is noticed. */
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(15);

    /** Whoever reads nothing for as long is cut off. */
    public static final Duration LONGEST_UNREAD = Duration.ofSeconds(30);

    /** How soon a reader that is gone makes room for another. */
    public static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final SseEventSink sink;
    private final Sse sse;
    private final StillAllowed allowed;
    private final Duration longestUnread;
    private long silentSince = System.nanoTime();

    public LiveSink(SseEventSink sink, Sse sse, StillAllowed allowed, Duration longestUnread) {
        this.sink = sink;
        this.sse = sse;
        this.allowed = allowed;
        this.longestUnread = longestUnread;
    }

    /** What is told to one reader, until it returns. */
    @FunctionalInterface
    public interface Telling {
        void to(LiveSink sink) throws InterruptedException;
    }

    /** The usual end of a stream. */
    private static final class ReaderGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReaderGone(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Returns when all is told, or the reader is gone, does not read or may not any more.
     *
     * @param cut closes the reader's connection, whatever it has not read
     */
    public void run(Telling telling, Runnable cut) {
        try (sink) {
            comment("open");
            telling.to(this);
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

    /** Whether the reader is there and may read; one that may not is told so. To be asked before each look at what is new. */
    public boolean isOpen() throws InterruptedException {
        if (sink.isClosed()) {
            return false;
        }
        if (!allowed.now()) {
            event("end", "access");
            return false;
        }
        if (System.nanoTime() - silentSince > BETWEEN_SIGNS_OF_LIFE.toNanos()) {
            comment("alive");
        }
        return true;
    }

    /** Blocks until the reader has it. */
    public void event(String name, String data) throws InterruptedException {
        send(sse.newEvent(name, data));
    }

    /** Blocks until the reader has it. @param id where the reader is then, to go on from there */
    public void event(String id, String name, String data) throws InterruptedException {
        send(sse.newEventBuilder().id(id).name(name).data(data).build());
    }

    /** Tells the reader where it is, and nothing else: to go on from there. */
    public void position(String id) throws InterruptedException {
        send(sse.newEventBuilder().id(id).comment("at").build());
    }

    private void comment(String text) throws InterruptedException {
        send(sse.newEventBuilder().comment(text).build());
    }

    private void send(OutboundSseEvent event) throws InterruptedException {
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
        silentSince = System.nanoTime();
    }

    private boolean isSent(CompletableFuture<?> message) throws InterruptedException, ExecutionException {
        try {
            message.get(Math.min(BETWEEN_LOOKS.toMillis(), longestUnread.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }
}
