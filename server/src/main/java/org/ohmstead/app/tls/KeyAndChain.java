package org.ohmstead.app.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key of ours with what proves whose it is.
 *
 * @param chain the certificate of the key first, each signed by the next; without the authority's own as a rule
 */
record KeyAndChain(PrivateKey key, List<X509Certificate> chain) {
    KeyAndChain {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** {@code RSA} or {@code EC}: which handshakes it serves. */
    String type() {
        return key.getAlgorithm();
    }
}
