package org.ohmstead.stations.securityprofiles;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a station has proven who it is with. The words of the API are these in small letters. */
@Schema(name = "StationProof")
public enum Proof {
    NONE,
    PASSWORD,
    /** In the header Authorization. */
    TOKEN,
    /** The token, as a part of the path. */
    PATH,
    CERTIFICATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Proof of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
