package org.ohmstead.authority.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.Authorities;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedCertificate.Revocation;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.issued.RevocationReason;
import org.ohmstead.authority.pki.Signer;

/** Lists of the certificates that must not be believed any more, made anew once a minute at most, when somebody asks. */
@Singleton
public class RevocationLists {
    /** How old a list may be that is given out. */
    static final Duration FRESH = Duration.ofMinutes(1);
    /** Until when whoever has it may rely on it. */
    static final Duration HOLDS = Duration.ofDays(7);

    private static final int CACHED = 1000;

    private final Authorities authorities;
    private final IssuedCertificates issued;
    private final Clock clock;
    private final Cache<Long, Made> made =
            Caffeine.newBuilder().maximumSize(CACHED).executor(Runnable::run).build();

    @Inject
    public RevocationLists(Authorities authorities, IssuedCertificates issued, Clock clock) {
        this.authorities = authorities;
        this.issued = issued;
        this.clock = clock;
    }

    private record Made(byte[] list, Instant at) {}

    /** The list as DER; empty: there is no such authority whose key is here and can be used. */
    public Optional<byte[]> of(long id) {
        Instant now = clock.instant();
        Made standing = made.getIfPresent(id);
        if (standing != null && now.isBefore(standing.at().plus(FRESH))) {
            return Optional.of(standing.list());
        }
        try {
            return authorities
                    .ofAnybody(id)
                    .filter(one -> one.kind() == Authority.Kind.OWN)
                    .map(one -> fresh(one, now).list());
        } catch (Refused keyIsAway) { // for operators to know, not for anybody
            return Optional.empty();
        }
    }

    private Made fresh(Authority one, Instant now) {
        return made.asMap()
                .compute(
                        one.id(),
                        (key, other) -> other != null && now.isBefore(other.at().plus(FRESH))
                                ? other
                                : new Made(make(one, now), now));
    }

    private byte[] make(Authority authority, Instant now) {
        Signer signer = authorities.signer(authority);
        X509v2CRLBuilder list = new JcaX509v2CRLBuilder(signer.certificate(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(HOLDS)));
        for (IssuedCertificate one : issued.revoked(authority)) {
            Revocation revocation = one.life().revocation();
            Instant superseded = one.life().supersededAt();
            Instant at = revocation == null ? superseded : revocation.at();
            RevocationReason reason = revocation == null ? RevocationReason.SUPERSEDED : revocation.reason();
            list.addCRLEntry(
                    new BigInteger(one.content().serialNumber(), 16), Date.from(at == null ? now : at), reason.code());
        }
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(signer.certificate().getPublicKey()));
            // grows with each list, at whichever node it is made
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            return list.build(Signer.contentSigner(signer.key())).getEncoded();
        } catch (GeneralSecurityException | CertIOException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
