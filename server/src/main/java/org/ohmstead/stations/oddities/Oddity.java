package org.ohmstead.stations.oddities;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a handshake had that was let in all the same. */
@Schema(name = "ConnectionOddity")
public enum Oddity {
    /** The request names the whole URL instead of its path (field note 5). */
    ABSOLUTE_URL,
    /** The identity in the URL differs from the registered one in upper and lower case. */
    IDENTITY_IN_OTHER_CASE,
    /** The identity stands twice at the end of the URL (field note 8). */
    IDENTITY_TWICE,
    /** The identity is a parameter of the URL and not its end. */
    IDENTITY_IN_QUERY,
    /** The path has empty segments, or ends with a slash (field note 7). */
    EXTRA_SLASHES,
    /** The subprotocol is written in another way than registered (field note 2). */
    SUBPROTOCOL_MISSPELT,
    /** It names no subprotocol, so its version was guessed (field note 1). */
    NO_SUBPROTOCOL,
    /** It sends a password, and the station has none here, so nobody has looked at it. */
    PASSWORD_NOT_CHECKED;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
