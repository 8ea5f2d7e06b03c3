package org.ohmstead.partners;

import java.util.concurrent.CompletionStage;

/** The way to a reader of the feed: server-sent events, or a WebSocket. */
interface FeedOutlet {
    boolean isOpen();

    /**
     * Ends when it is on the reader's way, so that not more than one waits in the socket.
     *
     * @throws IllegalStateException if the reader is gone
     */
    CompletionStage<?> send(FeedMessage message);

    /** A sign of life, so that proxies keep the connection and a reader that is gone is noticed. Throws as {@link #send}. */
    CompletionStage<?> alive();

    /** Says why, and closes; does not wait for the reader. */
    void end(FeedEnd why);

    /** Closes the connection, whatever has not been read. */
    void cut();
}
