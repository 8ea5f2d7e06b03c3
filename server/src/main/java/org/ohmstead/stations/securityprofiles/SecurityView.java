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
                description = "By which it has to come. 0: plain, without proof; 1: plain, with a password; 2: over TLS, with a"
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
        Upgrade upgrade)
        implements Tagged {

    /** How a station came in. */
    @Schema(name = "StationContact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LastContact(
            @Schema(description = "By what it has proven") int profile,

            @Schema(implementation = Proof.class) String proof,

            @Schema(description = "Whether it came over TLS") boolean tls,

            @Schema(
                    implementation = PasswordForm.class,
                    description = "text: as it was typed; bytes: the bytes that the key is; hex: their hex digits as text")
            @Nullable
            String passwordForm,

            @Nullable String certificateSubject,

            @Schema(description = "When the certificate ends") @Nullable
            Instant certificateUntil,

            @Schema(description = "When it first came like that") @Nullable
            Instant since) {}

    /** A way to a higher profile. */
    @Schema(name = "SecurityUpgrade")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Upgrade(
            @Schema(description = "Where it is to go") int profile,

            @Schema(description = "Where it was. Absent: none was set") @Nullable
            Integer before,

            @Schema(description = "Of its network profile. Absent: it speaks 1.6") @Nullable
            Integer slot,

            @Schema(
                    implementation = SecurityUpgrade.State.class,
                    description = "telling: it is being told; pending: it was told, and the old profile and the new one count;"
                            + " connected: it has come by the new one; failed: it does not take it; cancelled: somebody"
                            + " has ended it")
            String state,

            @Schema(description = "What was found, or why not") @Nullable
            String reason,

            @Schema(description = "Who wanted it", examples = "user:anna@example.org")
            String by,

            Instant beganAt,

            @Schema(description = "When it came into this state")
            Instant changedAt) {
        public static Upgrade of(SecurityUpgrade upgrade) {
            return new Upgrade(
                    upgrade.profile(),
                    upgrade.before(),
                    upgrade.slot(),
                    upgrade.state().word(),
                    upgrade.reason(),
                    upgrade.by(),
                    upgrade.beganAt(),
                    upgrade.changedAt());
        }
    }

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
                upgrade == null ? null : Upgrade.of(upgrade));
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
