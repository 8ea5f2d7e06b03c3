package org.ohmstead.stations.securityprofiles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.credentials.PasswordForm;

/**
 * How a station got in.
 *
 * @param profile      by what it has proven: 0, nothing; 1, a secret over a plain connection; 2, a secret over TLS; 3, a certificate
 * @param passwordForm null: it was no password
 * @param certificate  null: it was none
 */
public record Contact(
        int profile,
        Proof proof,
        boolean tls,
        @Nullable PasswordForm passwordForm,
        @Nullable Certificate certificate) {

    /**
     * A certificate that was believed.
     *
     * @param commonName to which the station is bound
     * @param until      before now: it was let in all the same, to renew it
     */
    public record Certificate(String subject, String commonName, Instant until) {}

    static Contact secret(int profile, Proof proof, @Nullable PasswordForm form) {
        return new Contact(profile, proof, profile == 2, form, null);
    }

    /** Whether it came with a certificate that has ended, to renew it. */
    public boolean isOnlyToRenew(Instant now) {
        return certificate != null && certificate.until().isBefore(now);
    }

    /** It has proven nothing. */
    public static Contact none(boolean tls) {
        return new Contact(0, Proof.NONE, tls, null, null);
    }
}
