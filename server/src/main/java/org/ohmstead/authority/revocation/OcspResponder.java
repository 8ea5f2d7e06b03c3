package org.ohmstead.authority.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.Authorities;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedCertificate.Revocation;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.issued.RevocationReason;
import org.ohmstead.authority.pki.KeyKind;
import org.ohmstead.authority.pki.Signer;
import org.ohmstead.background.RateLimit;

/**
 * Says of single certificates whether they are revoked (RFC 6960). It signs with a key of its own, that the authority has certified
 * for this alone and for some days; the authority's key is not used for each asker.
 */
@Singleton
public class OcspResponder {
    /** How long an answer holds. */
    static final Duration HOLDS = Duration.ofHours(1);

    private static final Duration RESPONDER_HOLDS = Duration.ofDays(30);
    private static final int MOST_ASKED = 8;
    /** RFC 8954 §2.1 */
    private static final int LONGEST_NONCE = 128;

    /** For each authority. */
    private static final int SIGNATURES_A_SECOND = 200;

    private static final int MOST_KEPT = 2000;
    /** Bytes of a question that is kept with its answer; one about a single certificate has about a hundred. */
    private static final int LARGEST_KEPT = 512;

    private final Authorities authorities;
    private final IssuedCertificates issued;
    private final Clock clock;
    private final Map<Long, RateLimit> signatures = new ConcurrentHashMap<>();
    private final Map<Long, Signer> responders = new ConcurrentHashMap<>();
    /** Answers to questions without a nonce, which all that ask alike may have. */
    private final Cache<Question, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    /** @param der in hex */
    private record Question(long authority, String der) {}

    private record Kept(byte[] answer, Instant at) {}

    @Inject
    public OcspResponder(Authorities authorities, IssuedCertificates issued, Clock clock) {
        this.authorities = authorities;
        this.issued = issued;
        this.clock = clock;
    }

    /** Answers a request, both as DER; empty: there is no such authority whose key is here. */
    public Optional<byte[]> answer(long id, byte[] request) {
        return authorities
                .ofAnybody(id)
                .filter(one -> one.kind() == Authority.Kind.OWN)
                .map(one -> answer(one, request));
    }

    private byte[] answer(Authority authority, byte[] request) {
        Req[] asked;
        Extension nonce;
        try {
            OCSPReq read = new OCSPReq(request);
            asked = read.getRequestList();
            nonce = read.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (!isAnswerable(asked, nonce)) {
                return failure(OCSPRespBuilder.MALFORMED_REQUEST);
            }
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException broken) {
            // BouncyCastle throws unchecked ones, too, for what is no ASN.1 of the kind that it expects
            return failure(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        Question question = new Question(authority.id(), HexFormat.of().formatHex(request));
        boolean isUsual = nonce == null && request.length <= LARGEST_KEPT;
        Kept standing = isUsual ? kept.getIfPresent(question) : null;
        if (standing != null && clock.instant().isBefore(standing.at().plus(RevocationLists.FRESH))) {
            return standing.answer();
        }
        if (!room(authority).take()) {
            return failure(OCSPRespBuilder.TRY_LATER);
        }
        try {
            byte[] answer = signed(authority, asked, nonce);
            if (isUsual) {
                kept.put(question, new Kept(answer, clock.instant()));
            }
            return answer;
        } catch (Refused keyIsAway) { // for operators to know, not for anybody
            return failure(OCSPRespBuilder.TRY_LATER);
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException | IOException broken) {
            return failure(OCSPRespBuilder.INTERNAL_ERROR);
        }
    }

    /** Whatever is read of it later is read here first. */
    private static boolean isAnswerable(Req[] asked, @Nullable Extension nonce) {
        boolean isNonceTooLong = nonce != null && nonce.getExtnValue().getOctets().length > LONGEST_NONCE + 4;
        boolean isEachWhole = Stream.of(asked)
                .map(Req::getCertID)
                .allMatch(id -> id.getHashAlgOID() != null
                        && id.getIssuerNameHash() != null
                        && id.getIssuerKeyHash() != null
                        && id.getSerialNumber() != null);
        return asked.length > 0 && asked.length <= MOST_ASKED && !isNonceTooLong && isEachWhole;
    }

    /** Of each authority, so that whoever floods one takes nothing from the others. */
    private RateLimit room(Authority authority) {
        return signatures.computeIfAbsent(
                authority.id(),
                id -> new RateLimit(
                        SIGNATURES_A_SECOND, Duration.ofSeconds(1), SIGNATURES_A_SECOND, RateLimit.nanosOf(clock)));
    }

    private byte[] signed(Authority authority, Req[] asked, @Nullable Extension nonce)
            throws OCSPException, OperatorCreationException, CertificateEncodingException, IOException {
        Instant now = clock.instant();
        Signer responder = responder(authority, now);
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        BasicOCSPRespBuilder answer = new JcaBasicOCSPRespBuilder(
                responder.certificate().getPublicKey(), digests.get(CertificateID.HASH_SHA1));
        X509CertificateHolder issuer =
                new JcaX509CertificateHolder(authority.chain().getFirst());
        for (Req one : asked) {
            CertificateID id = one.getCertID();
            answer.addResponse(
                    id,
                    isOf(id, issuer, digests) ? status(authority, id, now) : new UnknownStatus(),
                    Date.from(now),
                    Date.from(now.plus(HOLDS)));
        }
        if (nonce != null) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        answer.build(
                                Signer.contentSigner(responder.key()),
                                new X509CertificateHolder[] {new JcaX509CertificateHolder(responder.certificate())},
                                Date.from(now)))
                .getEncoded();
    }

    private static boolean isOf(CertificateID id, X509CertificateHolder issuer, DigestCalculatorProvider digests) {
        try {
            return id.matchesIssuer(issuer, digests);
        } catch (OCSPException unknownAlgorithm) {
            return false;
        }
    }

    private @Nullable CertificateStatus status(Authority authority, CertificateID id, Instant now) {
        IssuedCertificate one =
                issued.bySerial(authority, id.getSerialNumber().toString(16)).orElse(null);
        if (one == null) {
            return new UnknownStatus();
        }
        Revocation revocation = one.life().revocation();
        Instant superseded = one.life().supersededAt();
        if (revocation != null) {
            return new RevokedStatus(
                    Date.from(revocation.at()), revocation.reason().code());
        }
        return superseded == null
                ? CertificateStatus.GOOD
                : new RevokedStatus(Date.from(superseded), RevocationReason.SUPERSEDED.code());
    }

    private Signer responder(Authority authority, Instant now) {
        return responders.compute(
                authority.id(),
                (id, before) ->
                        before != null && isGood(before, authority, now) ? before : newResponder(authority, now));
    }

    /** One that holds as long as its authority is the last that there can be. */
    private static boolean isGood(Signer responder, Authority authority, Instant now) {
        Date end = responder.certificate().getNotAfter();
        return now.plus(HOLDS).isBefore(end.toInstant())
                || !end.before(authority.chain().getFirst().getNotAfter());
    }

    private Signer newResponder(Authority authority, Instant now) {
        KeyPair pair = KeyKind.EC_P256.generate();
        X509Certificate certificate = authorities
                .signer(authority)
                .issue(
                        new Signer.Wish(
                                new X500Name("CN=OCSP responder"),
                                pair.getPublic(),
                                KeyUsage.digitalSignature,
                                List.of(KeyPurposeId.id_kp_OCSPSigning),
                                Signer.Links.NONE,
                                now.plus(RESPONDER_HOLDS)),
                        now);
        return new Signer(List.of(certificate), pair.getPrivate());
    }

    private static byte[] failure(int status) {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (OCSPException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
