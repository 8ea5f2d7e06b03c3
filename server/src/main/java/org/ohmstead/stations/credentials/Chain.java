package org.ohmstead.stations.credentials;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.connections.Attempt.Reason;

/**
 * The way from a station's certificate to the authority that has signed it (PKIX, RFC 5280), whatever else the station sends and
 * in whatever order.
 *
 * @param certificates the station's own first, without the authority's
 * @param authority    whose signature ends it
 */
record Chain(List<X509Certificate> certificates, X509Certificate authority) {
    private static final int LONGEST = 10;
    /** 112 bits of security (behaviour 1.5). */
    private static final int LEAST_RSA_BITS = 2048;

    private static final int LEAST_EC_BITS = 224;

    /** @param shown its own first; empty result: it leads to none of these authorities */
    static Optional<Chain> of(List<X509Certificate> shown, Collection<X509Certificate> authorities) {
        List<X509Certificate> way = new ArrayList<>();
        @Nullable X509Certificate at = shown.getFirst();
        while (at != null && way.size() < LONGEST && !way.contains(at)) {
            way.add(at);
            X509Certificate authority = issuer(at, authorities);
            if (authority != null) {
                return Optional.of(new Chain(List.copyOf(way), authority));
            }
            at = issuer(at, shown);
        }
        return Optional.empty();
    }

    private static @Nullable X509Certificate issuer(X509Certificate of, Collection<X509Certificate> among) {
        return among.stream()
                .filter(each ->
                        each.getSubjectX500Principal().equals(of.getIssuerX500Principal()) && hasSigned(each, of))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate of) {
        try {
            of.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether it holds; revocation is not looked at. */
    ClientTrust.Answer at(Instant now) {
        for (X509Certificate each : certificates) {
            String weak = weakness(each.getPublicKey());
            if (weak != null) {
                return new ClientTrust.Doubted(
                        Reason.UNTRUSTED_CERTIFICATE,
                        "the certificate of " + each.getSubjectX500Principal() + " has " + weak);
            }
        }
        try {
            PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(certificates), rules);
            return new ClientTrust.Believed();
        } catch (CertPathValidatorException e) {
            return doubt(e, now);
        } catch (GeneralSecurityException e) {
            return new ClientTrust.Doubted(
                    Reason.UNTRUSTED_CERTIFICATE, "the chain cannot be checked: " + e.getMessage());
        }
    }

    private ClientTrust.Answer doubt(CertPathValidatorException e, Instant now) {
        int index = e.getIndex();
        X509Certificate of = index < 0 ? certificates.getFirst() : certificates.get(index);
        boolean ended = e.getReason() == BasicReason.EXPIRED;
        if (ended || e.getReason() == BasicReason.NOT_YET_VALID) {
            return new ClientTrust.Doubted(
                    Reason.CERTIFICATE_EXPIRED,
                    "the certificate of " + of.getSubjectX500Principal() + " holds from "
                            + of.getNotBefore().toInstant() + " to "
                            + of.getNotAfter().toInstant() + ", and now it is "
                            + now);
        }
        return new ClientTrust.Doubted(
                Reason.UNTRUSTED_CERTIFICATE,
                "the certificate of " + of.getSubjectX500Principal() + " does not hold: " + e.getMessage());
    }

    private static @Nullable String weakness(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa
            when rsa.getModulus().bitLength() < LEAST_RSA_BITS ->
                "an RSA key of " + rsa.getModulus().bitLength() + " bits; needed are " + LEAST_RSA_BITS;
            case ECPublicKey ec
            when ec.getParams().getOrder().bitLength() < LEAST_EC_BITS ->
                "an EC key of " + ec.getParams().getOrder().bitLength() + " bits; needed are " + LEAST_EC_BITS;
            default -> null;
        };
    }
}
