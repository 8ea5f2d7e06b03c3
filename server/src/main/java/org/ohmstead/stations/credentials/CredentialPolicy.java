package org.ohmstead.stations.credentials;

import java.util.Set;

/**
 * What stations prove who they are with.
 *
 * @param needed       what stations need for which no security profile is set; only those that have a password
 * @param ways         that count; password and certificate
 * @param organisation that the certificates of stations must name (A00.FR.404), in whatever case; empty: not looked at
 * @param authorities  a file with the certificates of authorities whose signature is believed, in PEM; empty: none
 */
public record CredentialPolicy(Needed needed, Set<Way> ways, String organisation, String authorities) {

    /** Whether a station without a security profile has to prove who it is. */
    public enum Needed {
        /** None has. */
        NONE,
        /** Those that have a password or a token. */
        OPTIONAL,
        /** All have. */
        REQUIRED
    }

    /** What may prove who a station is. */
    public enum Way {
        /** HTTP Basic. */
        PASSWORD,
        /** {@code Authorization: Bearer}, for stations that can do no more. */
        TOKEN,
        /** The token as a part of the path before the identity, for stations that can do even less. */
        PATH,
        CERTIFICATE
    }

    public CredentialPolicy {
        ways = Set.copyOf(ways);
    }

    public static CredentialPolicy defaults() {
        return new CredentialPolicy(Needed.OPTIONAL, Set.of(Way.PASSWORD, Way.CERTIFICATE), "", "");
    }

    public boolean has(Way way) {
        return ways.contains(way);
    }
}
