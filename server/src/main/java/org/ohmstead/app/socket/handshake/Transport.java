package org.ohmstead.app.socket.handshake;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a handshake came over (behaviour 1.5).
 *
 * @param tls          whether the station speaks TLS: with us, or with a proxy that we believe
 * @param certificates that the station has shown and has the key of, its own first; empty: none, or none was asked for
 */
public record Transport(boolean tls, List<X509Certificate> certificates) {
    public static final Transport PLAIN = new Transport(false, List.of());

    public Transport {
        certificates = List.copyOf(certificates);
    }
}
