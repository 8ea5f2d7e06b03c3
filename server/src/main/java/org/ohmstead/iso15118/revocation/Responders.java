package org.ohmstead.iso15118.revocation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.Kept;
import org.ohmstead.iso15118.fetch.Fetching;
import org.ohmstead.iso15118.fetch.NotAnswered;
import org.ohmstead.iso15118.fetch.Question;
import org.ohmstead.iso15118.fetch.Reply;
import org.ohmstead.stations.StationRef;

/**
 * OCSP responders (RFC 6960). What one says is kept until its nextUpdate, under its own URL: a station that names a responder of
 * its own cannot have others told what that one says.
 */
@Singleton
public final class Responders {
    /** Far more than a station takes. */
    private static final int LARGEST = 64 << 10;

    private static final long KEPT = 16L << 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Map<Integer, String> REFUSALS = Map.of(
            OCSPResp.MALFORMED_REQUEST, "malformedRequest",
            OCSPResp.INTERNAL_ERROR, "internalError",
            OCSPResp.TRY_LATER, "tryLater",
            OCSPResp.SIG_REQUIRED, "sigRequired",
            OCSPResp.UNAUTHORIZED, "unauthorized");

    private record Key(CertificateId id, String url) {}

    private final Fetching fetching;
    private final Clock clock;
    private final Kept<Key, OcspAnswer> kept = new Kept<>(KEPT);

    @Inject
    public Responders(Fetching fetching, Clock clock) {
        this.fetching = fetching;
        this.clock = clock;
    }

    /** What a responder says of a certificate, now or earlier. @param asker the station that wants to know */
    public OcspAnswer ask(StationRef asker, CertificateId id, String url, Duration patience) throws NotAnswered {
        Key key = new Key(id, url);
        OcspAnswer known = kept.get(key, clock.instant());
        if (known != null) {
            return known.kept();
        }
        Question question = new Question(
                url,
                Map.of("Accept", "application/ocsp-response"),
                Question.Body.of("application/ocsp-request", request(id)),
                LARGEST);
        Reply reply = fetching.stranger(asker, question, patience);
        if (reply.status() != 200) {
            throw new NotAnswered("the responder answers with the HTTP status " + reply.status());
        }
        OcspAnswer answer = answer(id, reply.bytes());
        Instant next = answer.nextUpdate();
        if (next != null) {
            kept.put(key, answer, url.length() + 2 * answer.base64().length(), next);
        }
        return answer;
    }

    private static byte[] request(CertificateId id) {
        try {
            return new OCSPReqBuilder().addRequest(id.toOcsp()).build().getEncoded();
        } catch (OCSPException | IOException impossible) {
            throw new IllegalStateException(impossible); // it has nothing but the id, and is not signed
        }
    }

    private OcspAnswer answer(CertificateId id, byte[] der) throws NotAnswered {
        try {
            OCSPResp response = new OCSPResp(der);
            if (response.getStatus() != OCSPResp.SUCCESSFUL) {
                throw new NotAnswered("the responder says "
                        + REFUSALS.getOrDefault(response.getStatus(), "the status " + response.getStatus()));
            }
            if (response.getResponseObject() instanceof BasicOCSPResp basic) {
                SingleResp single = Arrays.stream(basic.getResponses())
                        .filter(one -> id.is(one.getCertID()))
                        .findFirst()
                        .orElseThrow(() -> new NotAnswered("the responder speaks of another certificate"));
                checkTime(single);
                Signers.attached(basic); // whose certificates are read later have to be such
                Date next = single.getNextUpdate();
                return new OcspAnswer(
                        Base64.getEncoder().encodeToString(der),
                        standing(single.getCertStatus()),
                        next == null ? null : next.toInstant(),
                        basic,
                        false);
            }
        } catch (IOException
                | OCSPException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            // BouncyCastle throws any of them, and those of arrays, for what is no such response
        }
        throw new NotAnswered("what the responder sends is no OCSP response");
    }

    private void checkTime(SingleResp single) throws NotAnswered {
        Instant now = clock.instant();
        Instant from = single.getThisUpdate().toInstant();
        Date next = single.getNextUpdate();
        if (from.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new NotAnswered("what the responder says will be true at " + from + " only");
        }
        if (next != null && next.toInstant().isBefore(now)) {
            throw new NotAnswered("what the responder says was true until " + next.toInstant());
        }
    }

    private static Standing standing(@Nullable CertificateStatus status) {
        return status == null // CertificateStatus.GOOD
                ? Standing.GOOD
                : status instanceof RevokedStatus ? Standing.REVOKED : Standing.UNKNOWN;
    }
}
