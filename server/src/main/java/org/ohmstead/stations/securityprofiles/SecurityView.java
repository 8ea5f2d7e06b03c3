package org.ohmstead.stations.securityprofiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;
import org.ohmstead.stations.credentials.PasswordForm;

/** How a station proves who it is, as the API shows it. */
@Schema(name = "StationSecurity")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SecurityView(
        @Schema(
                description =
                        "By which it has to come. 0: plain, without proof; 1: plain, with a password; 2: over TLS, with a"
                                + " password; 3: over TLS, with a certificate. Absent: as the setting station-auth says")
        @Nullable
        Integer profile,

        @Schema(description = "The highest that it has come by, since a lower one was last allowed. Absent: none")
        @Nullable
        Integer highestProfile,

        @Schema(description = "Whether an expired certificate lets it in, held in Pending until it is renewed")
        boolean allowExpiredCertificate,

        boolean hasToken,

        @Schema(description = "The common name of the certificate that it has come with. Absent: none") @Nullable
        String certificateName,

        @Schema(description = "How it last came in. Absent: not since this is kept") @Nullable
        LastContact last,

        @Schema(description = "Its last way to a higher profile. Absent: there was none") @Nullable
        ShownUpgrade upgrade)
        implements Tagged {

    /** How a station came in. */
    @Schema(name = "StationContact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LastContact(
            @Schema(description = "By what it has proven") int profile,

            @Schema(implementation = Proof.class) String proof,

            @Schema(description = "Whether it came over TLS")
            boolean tls,

            @Schema(
                    implementation = PasswordForm.class,
                    description =
                            "text: as it was typed; bytes: the bytes that the key is; hex: their hex digits as text")
            @Nullable
            String passwordForm,

            @Nullable String certificateSubject,

            @Schema(description = "When the certificate ends") @Nullable
            Instant certificateUntil,

            @Schema(description = "When it first came like that") @Nullable
            Instant since) {}

    static SecurityView of(StationSecurity security) {
        Contact last = security.last();
        SecurityUpgrade upgrade = security.upgrade();
        return new SecurityView(
                security.profile(),
                security.highest(),
                security.expiredAllowed(),
                security.token() != null,
                security.certificateName(),
                last == null ? null : contact(last, security.lastChangedAt()),
                upgrade == null ? null : ShownUpgrade.of(upgrade));
    }

    private static LastContact contact(Contact last, @Nullable Instant since) {
        PasswordForm form = last.passwordForm();
        Contact.Certificate certificate = last.certificate();
        return new LastContact(
                last.profile(),
                last.proof().word(),
                last.tls(),
                form == null ? null : form.word(),
                certificate == null ? null : certificate.subject(),
                certificate == null ? null : certificate.until(),
                since);
    }

    /** Of what an operator decides. */
    @Override
    public EntityTag entityTag() {
        return EntityTag.of(profile, highestProfile, allowExpiredCertificate, hasToken, certificateName);
    }
}
