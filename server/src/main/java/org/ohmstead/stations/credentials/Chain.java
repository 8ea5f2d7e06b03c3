package org.ohmstead.stations.credentials;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.connections.Attempt.Reason;

/**
 * The way from a station's certificate to the authority that has signed it (PKIX, RFC 5280), whatever else the station sends and
 * in whatever order.
 *
 * @param certificates the station's own first, without the authority's
 * @param authority    whose signature ends it
 */
public record Chain(List<X509Certificate> certificates, X509Certificate authority) {
    private static final int LONGEST = 10;
    /** 112 bits of security (behaviour 1.5). */
    private static final int LEAST_RSA_BITS = 2048;

    private static final int LEAST_EC_BITS = 224;
    private static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";
    private static final String FOR_ANYTHING = "2.5.29.37.0";
    /** Its place among the bits of keyUsage. */
    private static final int SIGNS_CERTIFICATES = 5;

    public Chain {
        certificates = List.copyOf(certificates);
    }

    /**
     * @param shown its own first; empty result: it leads to none of these authorities
     * @param now   of several certificates of one authority such as hold now come first
     */
    public static Optional<Chain> of(
            List<X509Certificate> shown, Collection<X509Certificate> authorities, Instant now) {
        List<X509Certificate> way = new ArrayList<>();
        @Nullable X509Certificate at = shown.getFirst();
        while (at != null && way.size() < LONGEST && !way.contains(at)) {
            way.add(at);
            X509Certificate authority = issuer(at, authorities, now);
            if (authority != null) {
                return Optional.of(new Chain(way, authority));
            }
            at = issuer(at, shown, now);
        }
        return Optional.empty();
    }

    private static @Nullable X509Certificate issuer(
            X509Certificate of, Collection<X509Certificate> among, Instant now) {
        return among.stream()
                .filter(each -> each.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .sorted(Comparator.comparing((X509Certificate each) -> holds(each, now))
                        .reversed())
                .filter(each -> hasSigned(each, of))
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(X509Certificate one, Instant now) {
        return !now.isBefore(one.getNotBefore().toInstant())
                && !now.isAfter(one.getNotAfter().toInstant());
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate of) {
        try {
            of.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * Whether it holds; revocation is not looked at.
     *
     * @param mayBind what is said of it where it does
     */
    public ClientTrust.Answer at(Instant now, boolean mayBind) {
        String purpose = purpose();
        return purpose == null ? signed(now, mayBind) : new ClientTrust.Doubted(Reason.UNTRUSTED_CERTIFICATE, purpose);
    }

    /** The same, whatever its own is for. */
    public ClientTrust.Answer signed(Instant now, boolean mayBind) {
        String wrong = Stream.concat(certificates.stream().map(Chain::weakness), Stream.of(wrongAuthority()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (wrong != null) {
            return new ClientTrust.Doubted(Reason.UNTRUSTED_CERTIFICATE, wrong);
        }
        try {
            PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(certificates), rules);
            return holds(authority, now) ? new ClientTrust.Believed(mayBind) : over(authority, now);
        } catch (CertPathValidatorException e) {
            return doubt(e, now);
        } catch (GeneralSecurityException e) {
            return new ClientTrust.Doubted(
                    Reason.UNTRUSTED_CERTIFICATE, "the chain cannot be checked: " + e.getMessage());
        }
    }

    /** A server's certificate is none of a station, nor is one by which messages are signed. */
    private @Nullable String purpose() {
        X509Certificate own = certificates.getFirst();
        try {
            List<String> purposes = own.getExtendedKeyUsage();
            return purposes == null || purposes.contains(FOR_CLIENTS) || purposes.contains(FOR_ANYTHING)
                    ? null
                    : "the certificate of " + own.getSubjectX500Principal()
                            + " is for other purposes than a client's (extendedKeyUsage clientAuth)";
        } catch (CertificateParsingException broken) {
            return "the purposes of the certificate of " + own.getSubjectX500Principal() + " cannot be read";
        }
    }

    /** PKIX looks at those between alone (RFC 5280 §6.1.1). */
    private @Nullable String wrongAuthority() {
        boolean[] usage = authority.getKeyUsage();
        return authority.getBasicConstraints() < 0 || (usage != null && !usage[SIGNS_CERTIFICATES])
                ? "the certificate of " + authority.getSubjectX500Principal()
                        + ", who has signed it, is none of an authority (basicConstraints CA, keyUsage keyCertSign)"
                : null;
    }

    /** Of the station's own somebody may overlook that it is over; of those above it nobody. */
    private ClientTrust.Answer over(X509Certificate of, Instant now) {
        return new ClientTrust.Doubted(
                of.equals(certificates.getFirst()) ? Reason.CERTIFICATE_EXPIRED : Reason.UNTRUSTED_CERTIFICATE,
                "the certificate of " + of.getSubjectX500Principal() + " holds from "
                        + of.getNotBefore().toInstant() + " to "
                        + of.getNotAfter().toInstant() + ", and now it is "
                        + now);
    }

    private ClientTrust.Answer doubt(CertPathValidatorException e, Instant now) {
        int index = e.getIndex();
        X509Certificate of = index < 0 ? certificates.getFirst() : certificates.get(index);
        if (e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID) {
            return over(of, now);
        }
        return new ClientTrust.Doubted(
                Reason.UNTRUSTED_CERTIFICATE,
                "the certificate of " + of.getSubjectX500Principal() + " does not hold: " + e.getMessage());
    }

    private static @Nullable String weakness(X509Certificate of) {
        return switch (of.getPublicKey()) {
            case RSAPublicKey rsa
            when rsa.getModulus().bitLength() < LEAST_RSA_BITS ->
                weak(of, "RSA", rsa.getModulus().bitLength(), LEAST_RSA_BITS);
            case ECPublicKey ec
            when ec.getParams().getOrder().bitLength() < LEAST_EC_BITS ->
                weak(of, "EC", ec.getParams().getOrder().bitLength(), LEAST_EC_BITS);
            default -> null;
        };
    }

    private static String weak(X509Certificate of, String kind, int bits, int needed) {
        return "the certificate of " + of.getSubjectX500Principal() + " has an " + kind + " key of " + bits
                + " bits; needed are " + needed;
    }
}
