package org.ohmstead.authority.est;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.Authorities;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.Issuer;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.authority.pki.PrivateKeys;
import org.ohmstead.certificates.Pem;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.notices.StoredJson;

/** Has an external authority sign. */
@Singleton
public class EstIssuer implements Issuer {
    private static final int LONGEST_CHAIN = 8;

    private final Authorities authorities;
    private final IssuedCertificates issued;
    private final Encryption encryption;
    private final Duration patience;
    private final Clock clock;
    private final Turns turns = new Turns();

    @Inject
    public EstIssuer(Authorities authorities, IssuedCertificates issued, Encryption encryption, Clock clock) {
        this(authorities, issued, encryption, EstClient.PATIENCE, clock);
    }

    EstIssuer(
            Authorities authorities, IssuedCertificates issued, Encryption encryption, Duration patience, Clock clock) {
        this.patience = patience;
        this.authorities = authorities;
        this.issued = issued;
        this.encryption = encryption;
        this.clock = clock;
    }

    @Override
    public Authority.Kind kind() {
        return Authority.Kind.EST;
    }

    @Override
    public List<X509Certificate> issue(Authority authority, CertificateRequest request, SignedFor use)
            throws NotYet, Refusal {
        Turns.Turn turn = turns.take(authority.id())
                .orElseThrow(() -> new NotYet("Others are waiting for external authorities.", Turns.AGAIN));
        try (turn;
                EstClient client = client(authority)) {
            List<X509Certificate> told = client.authority();
            List<X509Certificate> all = new ArrayList<>(enrolled(client, authority, request));
            X509Certificate own = all.stream()
                    .filter(one -> same(one.getPublicKey(), request.key()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("The authority answered with a certificate of another key."));
            String fault = EstAnswer.fault(own, all, told, request, use, clock.instant());
            if (fault != null) {
                throw new Refusal(fault);
            }
            List<X509Certificate> ordered = signerFirst(own, told);
            if (!ordered.equals(authority.chain())) {
                authorities.told(authority, ordered);
            }
            all.addAll(told);
            return chain(own, all);
        }
    }

    /** They come in any order (RFC 7030 §4.1.3), and the first is what stations' certificates have to end at. */
    private static List<X509Certificate> signerFirst(X509Certificate own, List<X509Certificate> told) {
        return Stream.concat(
                        told.stream().filter(one -> hasSigned(one, own)),
                        told.stream().filter(one -> !hasSigned(one, own)))
                .toList();
    }

    private static boolean hasSigned(X509Certificate one, X509Certificate own) {
        try {
            own.verify(one.getPublicKey());
            return one.getSubjectX500Principal().equals(own.getIssuerX500Principal());
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /** One whose subject it has signed before is renewed; where it will not have that, it is as a new one. */
    private List<X509Certificate> enrolled(EstClient client, Authority authority, CertificateRequest request)
            throws NotYet, Refusal {
        if (issued.hasSigned(authority, subject(request))) {
            try {
                return client.enroll(request.der(), true);
            } catch (Refusal asNewOne) {
                return client.enroll(request.der(), false);
            }
        }
        return client.enroll(request.der(), false);
    }

    private static String subject(CertificateRequest request) {
        try {
            return new X500Principal(request.subject().getEncoded()).getName();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean same(PublicKey one, PublicKey other) {
        return Arrays.equals(one.getEncoded(), other.getEncoded());
    }

    /** The station's own first, then each that has signed the one before, without the root. */
    private static List<X509Certificate> chain(X509Certificate own, List<X509Certificate> all) {
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        X509Certificate next = signer(own, all);
        while (next != null && chain.size() < LONGEST_CHAIN) {
            chain.add(next);
            next = signer(next, all);
        }
        return chain;
    }

    private static @Nullable X509Certificate signer(X509Certificate signed, List<X509Certificate> all) {
        return all.stream()
                .filter(one -> !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .filter(one -> !one.equals(signed))
                .filter(one -> hasSigned(one, signed))
                .findFirst()
                .orElse(null);
    }

    private EstClient client(Authority authority) {
        Authority.Est est = Objects.requireNonNull(authority.est(), "an external one is reached somehow");
        JsonNode secrets = secrets(authority, est);
        JsonNode password = secrets.path("password");
        JsonNode key = secrets.path("clientKey");
        PrivateKey secret = key.isTextual() ? PrivateKeys.read("est.clientKey", key.asText()) : null;
        String login = est.user() == null ? null : est.user() + ":" + password.asText();
        return new EstClient(
                est.url(), login, EstTls.context(read(est.trust()), read(est.client()), secret), patience, clock);
    }

    private JsonNode secrets(Authority authority, Authority.Est est) {
        String sealed = est.sealed();
        byte[] open = sealed == null
                ? "{}".getBytes(StandardCharsets.UTF_8)
                : encryption.open(sealed, Authority.place(authority.tenant(), Authority.EST_PLACE));
        return StoredJson.read(new String(open, StandardCharsets.UTF_8));
    }

    private static List<X509Certificate> read(@Nullable String pem) {
        return pem == null ? List.of() : Pem.read("est", pem);
    }
}
