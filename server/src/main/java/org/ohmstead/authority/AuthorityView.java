package org.ohmstead.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.certificates.Pem;

/** An authority, as the API shows it; never its key or a password. */
@Schema(name = "Authority")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthorityView(
        long id,
        String name,
        @Schema(implementation = Authority.Kind.class) String kind,
        @Schema(implementation = Authority.Purpose.class) String purpose,

        @Schema(description = "Whether it signs what stations ask for now")
        boolean issuing,

        @Schema(description = "The O that a request has to name. Absent: any, or none") @Nullable
        String organisation,

        @Schema(description = "How many days its certificates hold")
        int lifetimeDays,

        @Schema(description = "Absent: external, and it has not told yet") @Nullable
        String subject,

        @Nullable Instant validUntil,

        @Schema(description = "Its certificate first, then those above it, as PEM") @Nullable
        String certificate,

        @Nullable EstView est,

        @Schema(description = "Where its revocation list is. Absent: it has none here, or public-url is not set")
        @Nullable
        String crlUrl,

        @Schema(description = "Where its OCSP responder is; absent as crlUrl") @Nullable
        String ocspUrl,

        Instant createdAt,
        String createdBy) {

    /** How an external one is reached. */
    @Schema(name = "Est", description = "How an external authority is reached (EST, RFC 7030)")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EstView(
            String url,
            @Nullable String user,

            @Schema(description = "As PEM") @Nullable String clientCertificate,

            @Schema(description = "As PEM") @Nullable String trust,

            @Schema(description = "Whether a password or a key is kept")
            boolean hasSecret) {}

    static AuthorityView of(Authority one, AuthoritySettings settings) {
        Authority.Est est = one.est();
        X509Certificate own = one.certificate().orElse(null);
        boolean links =
                one.kind() == Authority.Kind.OWN && !settings.publicUrl().isEmpty();
        return new AuthorityView(
                one.id(),
                one.terms().name(),
                one.kind().word(),
                one.purpose().word(),
                one.terms().issuing(),
                one.terms().organisation(),
                one.terms().lifetimeDays(),
                own == null ? null : own.getSubjectX500Principal().getName(),
                own == null ? null : own.getNotAfter().toInstant(),
                own == null ? null : Pem.write(one.chain()),
                est == null
                        ? null
                        : new EstView(est.url(), est.user(), est.client(), est.trust(), est.sealed() != null),
                links ? settings.links(one.id()).crl() : null,
                links ? settings.links(one.id()).ocsp() : null,
                one.createdAt(),
                one.createdBy());
    }

    /** What the audit log tells of it. */
    static Map<String, Object> audited(Authority one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", one.terms().name());
        fields.put("kind", one.kind().word());
        fields.put("purpose", one.purpose().word());
        fields.put("issuing", one.terms().issuing());
        fields.put("lifetimeDays", one.terms().lifetimeDays());
        String organisation = one.terms().organisation();
        if (organisation != null) {
            fields.put("organisation", organisation);
        }
        one.certificate()
                .ifPresent(own ->
                        fields.put("subject", own.getSubjectX500Principal().getName()));
        Authority.Est est = one.est();
        if (est != null) {
            fields.put("url", est.url());
        }
        return fields;
    }
}
