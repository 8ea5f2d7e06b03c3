package org.ohmstead.authority;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.authority.pki.Signer;
import org.ohmstead.certificates.SignedFor;

/** Signs with keys that are kept here. */
@Singleton
public class OwnIssuer implements Issuer {
    private final Authorities authorities;
    private final AuthoritySettings settings;
    private final Clock clock;

    @Inject
    public OwnIssuer(Authorities authorities, AuthoritySettings settings, Clock clock) {
        this.authorities = authorities;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Authority.Kind kind() {
        return Authority.Kind.OWN;
    }

    @Override
    public List<X509Certificate> issue(Authority authority, CertificateRequest request, SignedFor use) throws Refusal {
        Signer signer = authorities.signer(authority);
        Instant now = clock.instant();
        if (!now.isBefore(signer.certificate().getNotAfter().toInstant())) {
            throw new Refusal("The certificate of " + authority.told() + " ended at "
                    + signer.certificate().getNotAfter().toInstant() + ". Make or import a new authority.");
        }
        X509Certificate leaf = signer.issue(
                new Signer.Wish(
                        request.subject(),
                        request.key(),
                        usage(request, use),
                        use == SignedFor.STATION ? List.of(KeyPurposeId.id_kp_clientAuth) : List.of(),
                        settings.links(authority.id()),
                        now.plus(authority.terms().lifetime())),
                now);
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(leaf);
        signer.chain().stream()
                .filter(one -> !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .forEach(chain::add);
        return chain;
    }

    /** Towards vehicles the key also agrees on keys (ISO 15118-2 annex F). */
    private static int usage(CertificateRequest request, SignedFor use) {
        boolean isRsa = request.key().getAlgorithm().equals("RSA");
        return KeyUsage.digitalSignature
                | (isRsa ? KeyUsage.keyEncipherment : 0)
                | (!isRsa && use != SignedFor.STATION ? KeyUsage.keyAgreement : 0);
    }
}
