package org.ohmstead.ocpp.rpc;

/** The socket, seen from the link. Every method may be called from any thread and never blocks for long. */
public interface Wire {
    /** Sends one text message; one after the other in the order of the calls. Does nothing when the socket is gone. */
    void send(String text);

    /** Closes the socket with a WebSocket code; {@link OcppLink#closed} follows. */
    void close(int code, String reason);

    /** Stops reading from the socket; what was read already may still be delivered. */
    void pause();

    void resume();
}
