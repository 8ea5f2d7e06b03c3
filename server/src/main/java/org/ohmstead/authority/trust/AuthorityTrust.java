package org.ohmstead.authority.trust;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ohmstead.authority.Authorities;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.renewal.EndedRenewal;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.credentials.Chain;
import org.ohmstead.stations.credentials.ClientTrust;

/**
 * Believes the certificates that authorities of the organisation have signed (A00.FR.403). What was issued from here counts for the
 * station that it was issued to, and for no other that has its name since.
 */
@Singleton
public class AuthorityTrust implements ClientTrust {
    private final Authorities authorities;
    private final IssuedCertificates issued;
    private final EndedRenewal renewal;

    @Inject
    public AuthorityTrust(Authorities authorities, IssuedCertificates issued, EndedRenewal renewal) {
        this.authorities = authorities;
        this.issued = issued;
        this.renewal = renewal;
    }

    @Override
    public Answer answer(StationRef station, List<X509Certificate> shown, Instant now) {
        List<Authority> all = authorities.of(station.scope());
        List<IssuedCertificate> known = issued.ofLeaf(station.scope(), shown.getFirst());
        Optional<Answer> denied = denied(station, known);
        if (denied.isPresent()) {
            return denied.get();
        }
        // One that was issued to this very station ends anywhere above its authority, which may have another
        // certificate since.
        boolean isKnown = known.stream().anyMatch(one -> one.content().isOf(shown.getFirst()));
        if (isKnown) {
            Collection<X509Certificate> above =
                    all.stream().flatMap(one -> one.chain().stream()).toList();
            return Chain.of(shown, above, now).map(way -> way.at(now, false)).orElseGet(Unknown::new);
        }
        return Stream.of(true, false)
                .flatMap(isElsewhere ->
                        Chain.of(shown, anchors(all, isElsewhere), now).stream().map(way -> way.at(now, isElsewhere)))
                .findFirst()
                .orElseGet(Unknown::new);
    }

    /**
     * Where a chain may end. Of those that sign here that is their own certificate: those above it sign for others, too.
     *
     * @param isElsewhere those that sign elsewhere, or those that sign here
     */
    private static List<X509Certificate> anchors(List<Authority> all, boolean isElsewhere) {
        return all.stream()
                .filter(one -> one.purpose() == Authority.Purpose.STATION)
                .filter(one -> isElsewhere == (one.kind() == Authority.Kind.TRUSTED))
                .flatMap(one -> isElsewhere ? one.chain().stream() : one.certificate().stream())
                .toList();
    }

    private static Optional<Answer> denied(StationRef station, List<IssuedCertificate> known) {
        return known.stream()
                .flatMap(one -> Stream.of(revoked(one), otherwise(station, one)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Answer> otherwise(StationRef station, IssuedCertificate one) {
        Long owner = one.station();
        if (one.use() != SignedFor.STATION) {
            return Optional.of(new Denied(
                    Reason.UNTRUSTED_CERTIFICATE,
                    "Certificate " + one.id() + " was issued for what the station is towards vehicles ("
                            + one.use().word() + "). Have the station show the one of its connection to this server."));
        }
        return owner != null && owner == station.id()
                ? Optional.empty()
                : Optional.of(new Denied(
                        Reason.WRONG_COMMON_NAME,
                        "Certificate " + one.id() + " was issued to "
                                + (owner == null ? "a station that was deleted since" : "another station")
                                + ". Have this one ask for a certificate of its own."));
    }

    private static Optional<Answer> revoked(IssuedCertificate one) {
        IssuedCertificate.Revocation revocation = one.life().revocation();
        Instant superseded = one.life().supersededAt();
        if (revocation != null) {
            return Optional.of(new Denied(
                    Reason.CERTIFICATE_REVOKED,
                    "Certificate " + one.id() + " was revoked at " + revocation.at() + " by " + revocation.by() + " ("
                            + revocation.reason().word() + "). Have the station ask for a new one with a new key."));
        }
        return superseded == null
                ? Optional.empty()
                : Optional.of(new Denied(
                        Reason.CERTIFICATE_REVOKED,
                        "Certificate " + one.id() + " is over since " + superseded
                                + ", when the station first connected with a newer one."));
    }

    /** What older certificates the station has are over then. Whoever has signed one that has ended: from here it gets a new one. */
    @Override
    public void connected(StationRef station, List<X509Certificate> chain) {
        renewal.connected(station, chain.getFirst().getNotAfter().toInstant());
        issued.ofLeaf(station.scope(), chain.getFirst()).forEach(one -> issued.used(station, one));
    }
}
