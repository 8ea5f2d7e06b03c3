package org.ohmstead.certificates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certificate in a station, as the API shows it. */
@Schema(name = "StationCertificate")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateView(
        @Schema(description = "Its number here") long id,

        @Schema(description = "A word of CertificateUse, or the station's own", examples = "csmsRoot")
        String use,

        @Schema(description = "By which the station knows it")
        HashData hashes,

        @Schema(description = "Of a chain: those that have signed it")
        List<HashData> children,

        @Schema(description = "Absent: it did not come from here, so what stands in it is not known") @Nullable
        String subject,

        @Nullable String issuer,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,

        @Schema(description = "When it was installed from here. Absent: it was not") @Nullable
        Instant installedAt,

        @Schema(description = "Who installed it", examples = "user:anna@example.org") @Nullable
        String installedBy,

        @Schema(description = "When the station last listed it. Absent: not since it was installed") @Nullable
        Instant reportedAt,

        @Schema(description = "The certificate itself, where one is asked for by its number; in lists it is absent")
        @Nullable
        String pem) {
    /** As lists show it. */
    static CertificateView of(StationCertificate one) {
        return of(one, null);
    }

    static CertificateView whole(StationCertificate one) {
        return of(one, one.content() == null ? null : one.content().pem());
    }

    private static CertificateView of(StationCertificate one, @Nullable String pem) {
        StationCertificate.Content content = one.content();
        StationCertificate.Given given = one.given();
        return new CertificateView(
                one.id(),
                one.use(),
                one.hashes(),
                one.children(),
                content == null ? null : content.subject(),
                content == null ? null : content.issuer(),
                content == null ? null : content.from(),
                content == null ? null : content.until(),
                given == null ? null : given.at(),
                given == null ? null : given.by(),
                one.reportedAt(),
                pem);
    }
}
