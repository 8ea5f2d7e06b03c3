package org.ohmstead.authority;

import java.time.Duration;
import org.ohmstead.authority.pki.Signer;

/**
 * What an installation says of its authorities.
 *
 * @param publicUrl   under which this server is reached, without a slash at its end; empty: not known, so certificates do not say
 *                    where to learn whether they are revoked
 * @param renewBefore how long before the end of its certificate a station is asked for a new request; zero: never
 */
public record AuthoritySettings(String publicUrl, Duration renewBefore) {
    public static AuthoritySettings defaults() {
        return new AuthoritySettings("", Duration.ofDays(30));
    }

    Signer.Links links(long authority) {
        return publicUrl.isEmpty()
                ? Signer.Links.NONE
                : new Signer.Links(
                        publicUrl + "/pki/" + authority + "/revoked.crl", publicUrl + "/pki/" + authority + "/ocsp");
    }
}
