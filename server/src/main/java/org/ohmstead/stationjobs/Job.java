package org.ohmstead.stationjobs;

import java.util.Locale;

/** What a station does in the background and tells the progress of. */
public enum Job {
    /** A firmware update, signed or not (OCPP 1.6 §4.5 and L01, OCPP 2.x L01, L02). */
    FIRMWARE,
    /** The upload of diagnostics of OCPP 1.6 (§4.4). */
    DIAGNOSTICS,
    /** The upload of a log (N01). */
    LOG,
    /** The publishing of firmware by a local controller (OCPP 2.x L03). */
    PUBLISH_FIRMWARE;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Job of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
