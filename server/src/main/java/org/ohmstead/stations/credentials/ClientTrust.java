package org.ohmstead.stations.credentials;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt;

/**
 * Whose signature under a station's certificate is believed (A00.FR.403). There may be several: the first that knows the chain's
 * authority decides.
 */
public interface ClientTrust {

    /**
     * @param chain as the station has shown it, its own certificate first; never empty
     * @param now   when it must hold
     */
    Answer answer(long tenant, List<X509Certificate> chain, Instant now);

    /** A station has connected with a chain that was believed, and was let in. */
    default void connected(StationRef station, List<X509Certificate> chain) {}

    /** What one of them says. */
    sealed interface Answer {}

    /** It was signed by an authority that is believed, holds now, and is not revoked. */
    record Believed() implements Answer {}

    /** @param detail for people: what was found, and what would be right */
    record Doubted(Attempt.Reason reason, String detail) implements Answer {}

    /** Nobody here knows who signed it. */
    record Unknown() implements Answer {}
}
