package org.ohmstead.iso15118.checks;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.checks.ContractFinding.Kind;

/**
 * A chain of certificates and the authority where it ends, by the rules of PKIX (RFC 5280 §6).
 *
 * @param certificates the leaf first, the authority not among them
 * @param authority    that is trusted; null: none that is
 */
record ChainCheck(
        List<X509Certificate> certificates, @Nullable X509Certificate authority) {

    /**
     * Orders what a station has sent, however it has ordered it behind the leaf.
     *
     * @param sent    the leaf first; at least that
     * @param trusted authorities
     */
    static ChainCheck of(List<X509Certificate> sent, Collection<X509Certificate> trusted) {
        List<X509Certificate> path = new ArrayList<>(List.of(sent.getFirst()));
        while (true) {
            X509Certificate top = path.getLast();
            X509Certificate authority = issuer(top, trusted).orElse(null);
            X509Certificate next = issuer(
                            top,
                            sent.stream().filter(one -> !path.contains(one)).toList())
                    .orElse(null);
            if (authority != null || next == null) {
                return new ChainCheck(path, authority);
            }
            path.add(next);
        }
    }

    /** By its name; of several of that name the one that has really signed it. */
    private static Optional<X509Certificate> issuer(X509Certificate certificate, Collection<X509Certificate> others) {
        List<X509Certificate> named = others.stream()
                .filter(one -> one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .toList();
        return named.stream()
                .filter(one -> isSignedBy(certificate, one))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    ContractFinding check(Leniency leniency, Instant now) {
        List<X509Certificate> path = new ArrayList<>(certificates);
        X509Certificate end = authority;
        if (end == null && !leniency.unknownRoot()) {
            return ContractFinding.of(
                    Kind.CHAIN_ERROR,
                    "it ends at " + path.getLast().getIssuerX500Principal().getName()
                            + ", which is not among the contract roots");
        }
        if (end == null) {
            end = path.size() > 1 ? path.removeLast() : path.getFirst();
        }
        Instant when = leniency.expired() ? whenAllCounted(path, end, now) : now;
        if (when.isAfter(end.getNotAfter().toInstant())) {
            return ContractFinding.of(
                    Kind.EXPIRED,
                    end.getSubjectX500Principal().getName() + " ended at "
                            + end.getNotAfter().toInstant());
        }
        return path.contains(end) ? ContractFinding.of(Kind.VALID, null) : check(path, end, when);
    }

    /** The latest time up to now at which none was over. */
    private static Instant whenAllCounted(List<X509Certificate> path, X509Certificate end, Instant now) {
        Instant when = now.isBefore(end.getNotAfter().toInstant())
                ? now
                : end.getNotAfter().toInstant();
        for (X509Certificate one : path) {
            when = when.isBefore(one.getNotAfter().toInstant())
                    ? when
                    : one.getNotAfter().toInstant();
        }
        return when;
    }

    private static ContractFinding check(List<X509Certificate> path, X509Certificate end, Instant when) {
        try {
            CertPath whole = CertificateFactory.getInstance("X.509").generateCertPath(path);
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(end, null)));
            parameters.setRevocationEnabled(false); // responders are asked afterwards, in the manner of C07
            parameters.setDate(Date.from(when));
            CertPathValidator.getInstance("PKIX").validate(whole, parameters);
            return ContractFinding.of(Kind.VALID, null);
        } catch (CertPathValidatorException e) {
            String which = e.getIndex() < 0
                    ? "the chain"
                    : path.get(e.getIndex()).getSubjectX500Principal().getName();
            return ContractFinding.of(kind(e), which + ": " + e.getMessage());
        } catch (CertificateException | InvalidAlgorithmParameterException e) {
            return ContractFinding.of(Kind.CHAIN_ERROR, "the chain cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // each JDK has PKIX
        }
    }

    private static Kind kind(CertPathValidatorException failure) {
        return failure.getReason() == BasicReason.EXPIRED
                ? Kind.EXPIRED
                : failure.getReason() == BasicReason.INVALID_SIGNATURE ? Kind.SIGNATURE_ERROR : Kind.CHAIN_ERROR;
    }
}
