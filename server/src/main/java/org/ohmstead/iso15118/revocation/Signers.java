package org.ohmstead.iso15118.revocation;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Whether those who speak of a certificate may: its issuer, or whom the issuer has certified to (RFC 6960 §4.2.2.2). */
public final class Signers {
    /** id-kp-OCSPSigning. */
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    private Signers() {}

    /**
     * The issuer of a certificate, out of those that are known, and those that come with the answer and descend from one that is known:
     * nobody vouches for itself. The hash of its key says that it is the right one.
     */
    public static Optional<X509Certificate> issuer(
            CertificateId id, Collection<X509Certificate> known, OcspAnswer answer, Instant now) {
        Optional<X509Certificate> own = id.issuerAmong(known);
        if (own.isPresent()) {
            return own;
        }
        List<X509Certificate> attached = attached(answer.response());
        return id.issuerAmong(attached).filter(one -> descends(one, attached, known, now));
    }

    /** By the rules of PKIX (RFC 5280 §6): those between are allowed to sign, and nothing is over. */
    private static boolean descends(
            X509Certificate one, List<X509Certificate> between, Collection<X509Certificate> known, Instant now) {
        Set<TrustAnchor> ends = known.stream()
                .filter(Signers::isAuthority)
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toSet());
        if (ends.isEmpty() || !isAuthority(one)) {
            return false;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(one);
            PKIXBuilderParameters rules = new PKIXBuilderParameters(ends, target);
            rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(now));
            CertPathBuilder.getInstance("PKIX").build(rules);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isAuthority(X509Certificate one) {
        return one.getBasicConstraints() >= 0;
    }

    public static boolean isSigned(OcspAnswer answer, X509Certificate issuer, Instant now) {
        BasicOCSPResp response = answer.response();
        return isSignedBy(response, issuer)
                || attached(response).stream()
                        .anyMatch(one -> mayAnswerFor(one, issuer, now) && isSignedBy(response, one));
    }

    private static boolean mayAnswerFor(X509Certificate one, X509Certificate issuer, Instant now) {
        try {
            List<String> uses = one.getExtendedKeyUsage();
            one.checkValidity(Date.from(now));
            one.verify(issuer.getPublicKey());
            return uses != null
                    && uses.contains(OCSP_SIGNING)
                    && one.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isSignedBy(BasicOCSPResp response, X509Certificate signer) {
        try {
            return response.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer.getPublicKey()));
        } catch (OCSPException
                | OperatorCreationException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            return false; // BouncyCastle throws unchecked ones for a signature or a key that is none
        }
    }

    /** @throws RuntimeException something is attached that is no certificate at all */
    static List<X509Certificate> attached(BasicOCSPResp response) {
        return Arrays.stream(response.getCerts())
                .map(Signers::certificate)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<X509Certificate> certificate(X509CertificateHolder holder) {
        try {
            return Optional.of(new JcaX509CertificateConverter().getCertificate(holder));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    static boolean isSigned(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey());
            return list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
