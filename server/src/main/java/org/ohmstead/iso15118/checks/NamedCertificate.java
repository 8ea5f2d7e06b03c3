package org.ohmstead.iso15118.checks;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.revocation.CertificateId;

/**
 * A certificate that somebody can be asked about.
 *
 * @param id  null: what the station sent is none
 * @param url of the responder; null: nobody has named one
 */
public record NamedCertificate(
        @Nullable CertificateId id, @Nullable String url) {
    /** The host of the responder; null: none that can be read. */
    public @Nullable String host() {
        return hostOf(url);
    }

    /** The host of a URL; null: none that can be read. */
    public static @Nullable String hostOf(@Nullable String url) {
        try {
            return url == null ? null : URI.create(url.strip()).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
