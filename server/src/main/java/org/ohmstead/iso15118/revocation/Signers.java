package org.ohmstead.iso15118.revocation;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
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
     * The issuer of a certificate, out of those that are known, and those that come with the answer: the hash of its key says that
     * it is the right one.
     */
    public static Optional<X509Certificate> issuer(
            CertificateId id, Collection<X509Certificate> known, OcspAnswer answer) {
        List<X509Certificate> all = new ArrayList<>(known);
        all.addAll(attached(answer.response()));
        return id.issuerAmong(all);
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
        } catch (OCSPException | OperatorCreationException e) {
            return false;
        }
    }

    private static List<X509Certificate> attached(BasicOCSPResp response) {
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
