package org.ohmstead.app.socket.frames;

import org.jspecify.annotations.Nullable;

/** The WebSocket close codes that we use (RFC 6455 §7.4.1). */
public final class CloseCode {
    /** The server ends. */
    public static final int GOING_AWAY = 1001;

    public static final int PROTOCOL_ERROR = 1002;
    /** A binary frame: OCPP is text. */
    static final int UNSUPPORTED_DATA = 1003;
    /** Never on the wire: the connection was lost, or cut, without a close frame. */
    public static final int LOST = 1006;

    static final int INVALID_DATA = 1007;
    /** Replaced by a newer connection, or too slow a reader. */
    public static final int POLICY = 1008;

    public static final int TOO_BIG = 1009;
    /** The database is away. */
    public static final int TRY_AGAIN_LATER = 1013;

    private CloseCode() {}

    /** What is not reserved (RFC 6455 §7.4). @param code of a close frame; -1: it has none */
    static boolean isAllowed(int code) {
        return code == -1
                || code >= 1000 && code <= 1003
                || code >= 1007 && code <= 1014
                || code >= 3000 && code <= 4999;
    }

    /**
     * How a station ended its connection.
     *
     * @param code   of its close frame; null: none came
     * @param reason in its close frame, which is mostly empty
     */
    public static String words(@Nullable Short code, @Nullable String reason) {
        if (code == null || code == LOST) {
            return "the connection was lost";
        }
        if (reason != null && !reason.isBlank()) {
            return reason;
        }
        return code == GOING_AWAY ? "closed by the station, which is going away" : "closed by the station";
    }
}
