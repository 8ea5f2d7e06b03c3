package org.ohmstead.app.socket.listening;

import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import org.ohmstead.app.settings.Settings;

/** What every HTTP server of ours has in common that stations dial in at. */
public final class ListenOptions {
    /** Names of stations in all their encodings fit well. */
    static final int LONGEST_LINE = 4096;

    /** How long an answer to our close frame is waited for. */
    private static final int CLOSING_SECONDS = 5;

    private ListenOptions() {}

    public static HttpServerOptions apply(HttpServerOptions options, Settings settings) {
        FirstLines.enable(settings.http().newConnectionsPerSecond());
        // HeaderGuard holds each station to its own.
        int largest = Math.max(
                settings.sockets().maxMessageSize().count(),
                settings.sockets().maxFirstMessageSize().count());
        Deflate.negotiate(options, settings.sockets().compression());
        return options.setHttp2ClearTextEnabled(false) // no station speaks it, and it has bounds of its own
                .setMaxWebSocketFrameSize(largest)
                // Counted by FrameGuard, which says 1009; Vert.x would only forget the message.
                .setMaxWebSocketMessageSize(Integer.MAX_VALUE)
                .setWebSocketClosingTimeout(CLOSING_SECONDS)
                // A key of 64 bytes in the header fits well.
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(8192)
                .setAcceptBacklog(8192) // fleets dial all at once after a restart (field note 16)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(
                        Math.toIntExact(settings.http().handshakeTimeout().toMillis()));
    }
}
