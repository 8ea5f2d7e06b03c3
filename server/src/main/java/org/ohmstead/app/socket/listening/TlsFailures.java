package org.ohmstead.app.socket.listening;

/** Hears of connections that have come to a port with TLS and got no further. On an event loop, so it must not block. */
public interface TlsFailures {
    /** Somebody speaks plain HTTP there. @param target of the request; empty: none that can be read */
    void plain(String address, String target);

    /** TLS was not agreed. */
    void failed(String address, TlsFailure failure);
}
