package org.ohmstead.iso15118.revocation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.ohmstead.iso15118.Kept;
import org.ohmstead.iso15118.fetch.Fetching;
import org.ohmstead.iso15118.fetch.NotAnswered;
import org.ohmstead.iso15118.fetch.Question;
import org.ohmstead.iso15118.fetch.Reply;
import org.ohmstead.stations.StationRef;

/** Lists of what issuers have revoked (RFC 5280 §5), kept until the next one is due. */
@Singleton
public final class RevocationLists {
    private static final int LARGEST = 4 << 20;
    private static final long KEPT = 64L << 20;
    /** Marks a list of changes, which says nothing alone. */
    private static final String DELTA = "2.5.29.27";

    /** How many times as much memory a list takes that was read, about. */
    private static final int READ = 8;

    /** @param bytes as it came */
    private record Listed(X509CRL list, int bytes, Instant nextUpdate) {}

    private final Fetching fetching;
    private final Clock clock;
    private final Kept<String, Listed> kept = new Kept<>(KEPT);

    @Inject
    public RevocationLists(Fetching fetching, Clock clock) {
        this.fetching = fetching;
        this.clock = clock;
    }

    /**
     * What a list says.
     *
     * @param nextUpdate when the next one is due
     */
    public record Entry(Standing standing, Instant nextUpdate) {}

    /** M07: what is not on the list is good. */
    public Entry look(StationRef asker, CertificateId id, X509Certificate issuer, String url, Duration patience)
            throws NotAnswered {
        Listed known = kept.get(url, clock.instant());
        Listed listed = known == null ? fetch(asker, url, patience) : known;
        if (!Signers.isSigned(listed.list(), issuer)) {
            throw new NotAnswered("the list is not signed by the issuer of the certificate");
        }
        if (known == null) {
            kept.put(url, listed, listed.bytes() * READ, listed.nextUpdate());
        }
        Standing standing = listed.list().getRevokedCertificate(id.serial()) == null ? Standing.GOOD : Standing.REVOKED;
        return new Entry(standing, listed.nextUpdate());
    }

    private Listed fetch(StationRef asker, String url, Duration patience) throws NotAnswered {
        Reply reply = fetching.stranger(asker, Question.get(url, LARGEST), patience);
        if (reply.status() != 200) {
            throw new NotAnswered("the list's server answers with the HTTP status " + reply.status());
        }
        X509CRL list = read(reply.bytes());
        Date next = list.getNextUpdate();
        Instant now = clock.instant();
        if (next == null || next.toInstant().isBefore(now)) {
            throw new NotAnswered("the list is too old, or does not say for how long it counts");
        }
        return new Listed(list, reply.content().length(), next.toInstant());
    }

    private static X509CRL read(byte[] bytes) throws NotAnswered {
        try {
            X509CRL list =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
            if (list != null && list.getExtensionValue(DELTA) == null && !list.hasUnsupportedCriticalExtension()) {
                return list;
            }
        } catch (CRLException | CertificateException e) {
            // as below
        }
        throw new NotAnswered("what came is no list of revoked certificates that can be read");
    }
}
