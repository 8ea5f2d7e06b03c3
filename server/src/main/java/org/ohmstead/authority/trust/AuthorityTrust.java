package org.ohmstead.authority.trust;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.Authorities;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.credentials.ClientTrust;

/** Believes the certificates that authorities of the organisation have signed (A00.FR.403). */
@Singleton
public class AuthorityTrust implements ClientTrust {
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String ANY = "2.5.29.37.0";
    private static final int LONGEST_CHAIN = 8;

    private final Authorities authorities;
    private final IssuedCertificates issued;

    @Inject
    public AuthorityTrust(Authorities authorities, IssuedCertificates issued) {
        this.authorities = authorities;
        this.issued = issued;
    }

    /** A chain from the station's certificate up to one below the anchor. */
    private record Way(List<X509Certificate> below, X509Certificate anchor, Authority authority) {}

    @Override
    public Answer answer(long tenant, List<X509Certificate> chain, Instant now) {
        Optional<Way> way = way(stationAuthorities(tenant), chain);
        return way.map(found -> judged(found, now)).orElseGet(Unknown::new);
    }

    /** What older certificates the station has are over then. */
    @Override
    public void connected(StationRef station, List<X509Certificate> chain) {
        way(stationAuthorities(station.tenant()), chain)
                .ifPresent(found -> issued.used(station, found.authority(), chain.getFirst()));
    }

    private List<Authority> stationAuthorities(long tenant) {
        return authorities.of(new StationRef(tenant, 0, "").scope()).stream()
                .filter(one -> one.purpose() == Authority.Purpose.STATION)
                .toList();
    }

    private static Optional<Way> way(List<Authority> believed, List<X509Certificate> shown) {
        List<X509Certificate> below = new ArrayList<>();
        X509Certificate current = shown.getFirst();
        while (current != null && below.size() < LONGEST_CHAIN) {
            below.add(current);
            for (Authority one : believed) {
                for (X509Certificate anchor : one.chain()) {
                    if (hasSigned(anchor, current)) {
                        return Optional.of(new Way(below, anchor, one));
                    }
                }
            }
            current = signerAmong(shown, current, below);
        }
        return Optional.empty();
    }

    private static @Nullable X509Certificate signerAmong(
            List<X509Certificate> shown, X509Certificate signed, List<X509Certificate> below) {
        return shown.stream()
                .filter(one -> !below.contains(one) && hasSigned(one, signed))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasSigned(X509Certificate signer, X509Certificate signed) {
        if (!signer.getSubjectX500Principal().equals(signed.getIssuerX500Principal())) {
            return false;
        }
        try {
            signed.verify(signer.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private Answer judged(Way way, Instant now) {
        X509Certificate own = way.below().getFirst();
        if (now.isAfter(own.getNotAfter().toInstant())) {
            return new Doubted(
                    Reason.CERTIFICATE_EXPIRED,
                    "The certificate of " + own.getSubjectX500Principal() + " ended at "
                            + own.getNotAfter().toInstant() + ". Have the station ask for a new one.");
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            return new Doubted(
                    Reason.CERTIFICATE_EXPIRED,
                    "The certificate of " + own.getSubjectX500Principal() + " begins at "
                            + own.getNotBefore().toInstant() + ", which is still to come.");
        }
        Optional<String> broken = Stream.of(purpose(own), rules(way, now))
                .flatMap(Optional::stream)
                .findFirst();
        return broken.<Answer>map(why -> new Doubted(Reason.UNTRUSTED_CERTIFICATE, why))
                .orElseGet(() -> revoked(way.authority(), own));
    }

    private static Optional<String> purpose(X509Certificate own) {
        try {
            List<String> purposes = own.getExtendedKeyUsage();
            return purposes == null || purposes.contains(CLIENT) || purposes.contains(ANY)
                    ? Optional.empty()
                    : Optional.of("The certificate of " + own.getSubjectX500Principal()
                            + " is for other purposes than a client's (extendedKeyUsage clientAuth).");
        } catch (CertificateParsingException broken) {
            return Optional.of(
                    "The purposes of the certificate of " + own.getSubjectX500Principal() + " cannot be read.");
        }
    }

    /** All that RFC 5280 §6 asks of a chain, but for revocation, which is known here. */
    private static Optional<String> rules(Way way, Instant now) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(way.anchor(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(way.below()), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException broken) {
            boolean time = broken.getCause() instanceof CertificateExpiredException
                    || broken.getCause() instanceof CertificateNotYetValidException;
            return Optional.of("The chain of " + way.below().getFirst().getSubjectX500Principal() + " to "
                    + way.authority().told() + " does not hold: "
                    + (time ? "one of those that have signed it is over." : broken.getMessage() + "."));
        } catch (GeneralSecurityException broken) {
            return Optional.of("The chain cannot be checked: " + broken.getMessage() + ".");
        }
    }

    private Answer revoked(Authority authority, X509Certificate own) {
        IssuedCertificate known =
                issued.bySerial(authority, own.getSerialNumber().toString(16)).orElse(null);
        if (known == null) {
            return new Believed();
        }
        IssuedCertificate.Revocation revocation = known.life().revocation();
        Instant superseded = known.life().supersededAt();
        if (revocation != null) {
            return new Doubted(
                    Reason.CERTIFICATE_REVOKED,
                    "Certificate " + known.id() + " was revoked at " + revocation.at() + " by " + revocation.by() + " ("
                            + revocation.reason().word() + "). Have the station ask for a new one with a new key.");
        }
        return superseded == null
                ? new Believed()
                : new Doubted(
                        Reason.CERTIFICATE_REVOKED,
                        "Certificate " + known.id() + " is over since " + superseded
                                + ", when the station first connected with a newer one.");
    }
}
