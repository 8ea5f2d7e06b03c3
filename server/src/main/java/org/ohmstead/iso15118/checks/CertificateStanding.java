package org.ohmstead.iso15118.checks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.revocation.Standing;

/**
 * What is known of a certificate from somebody who may say so.
 *
 * @param standing   null: nobody has told who may
 * @param nextUpdate when something newer will be known; null: at any time, or nobody has told
 * @param why        there is no standing, for an operator, as part of a sentence; null: there is one
 * @param source     the host of who was asked; null: nobody
 */
public record CertificateStanding(
        @Nullable Standing standing,
        @Nullable Instant nextUpdate,
        @Nullable String why,
        @Nullable String source) {
    /** Nobody has been asked. */
    public static CertificateStanding none() {
        return new CertificateStanding(null, null, null, null);
    }

    static CertificateStanding silent(String why, @Nullable String source) {
        return new CertificateStanding(null, null, why, source);
    }
}
