package org.ohmstead.stations.credentials;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt;

/**
 * Whose signature under a station's certificate is believed (A00.FR.403). There may be several, and all are asked: one that denies a
 * certificate has the last word, because it knows what became of it; else one that believes it is enough.
 */
public interface ClientTrust {

    /**
     * @param station as which somebody wants to come in
     * @param chain   as it was shown, the station's own certificate first; never empty
     * @param now     when it must hold
     */
    Answer answer(StationRef station, List<X509Certificate> chain, Instant now);

    /** A station has connected with a chain that was believed, and was let in. */
    default void connected(StationRef station, List<X509Certificate> chain) {}

    /** What one of them says. */
    sealed interface Answer {}

    /**
     * It was signed by an authority that is believed, and holds now. Its names are left to be looked at.
     *
     * @param mayBind whether it may be the first of a station of which no name is known: not so where its authority also signs for others
     */
    record Believed(boolean mayBind) implements Answer {}

    /** @param detail for people: what was found, and what would be right */
    record Doubted(Attempt.Reason reason, String detail) implements Answer {}

    /**
     * Whoever else believes it: it was revoked, or issued for something else than for this station to come in.
     *
     * @param detail for people: what was found, and what would be right
     */
    record Denied(Attempt.Reason reason, String detail) implements Answer {}

    /** Nobody here knows who signed it. */
    record Unknown() implements Answer {}
}
