package org.ohmstead.certificates;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * A certificate that a station holds.
 *
 * @param id         of the row; 0: not kept yet
 * @param use        the API's word, or the station's own where there is none
 * @param children   of a chain: those that have signed it
 * @param content    what it is; null: it did not come from here, so its hashes are all that is known
 * @param given      who installed it from here; null: nobody did
 * @param reportedAt when the station last listed it; null: never
 */
record StationCertificate(
        long id,
        StationRef station,
        String use,
        HashData hashes,
        List<HashData> children,
        @Nullable Content content,
        @Nullable Given given,
        @Nullable Instant reportedAt) {
    StationCertificate {
        children = List.copyOf(children);
    }

    /** What stands in it. */
    record Content(String pem, String subject, String issuer, Instant from, Instant until) {
        static Content of(X509Certificate certificate) {
            return new Content(
                    Pem.write(List.of(certificate)),
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getIssuerX500Principal().getName(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        }
    }

    record Given(Instant at, String by) {}

    /** Whether hash data of a station mean it: also in another algorithm, where the certificate itself is here. */
    boolean is(HashData other) {
        if (hashes.matches(other)) {
            return true;
        }
        HashData same = content == null || hashes.hashAlgorithm().equals(other.hashAlgorithm())
                ? null
                : Pem.first(content.pem())
                        .map(one -> HashData.of(one, null, other.hashAlgorithm()))
                        .orElse(null);
        return same != null && same.matches(other);
    }

    /** As the station lists it, with what was known of it. */
    StationCertificate listed(HashData told, List<HashData> tellsToo, Instant at) {
        return new StationCertificate(id, station, use, told, tellsToo, content, given, at);
    }
}
