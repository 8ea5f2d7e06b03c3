package org.ohmstead.overview;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What needs attention. */
@Schema(name = "AttentionKind")
public enum AttentionKind {
    /** A connector, or the station as a whole, says that it is faulted. */
    CONNECTOR_FAULTED,
    /** It was connected before, and is not now. */
    STATION_OFFLINE,
    /** An alert of a 2.x station that is open. */
    STATION_ALERT,
    /** Something is wrong with a station for a while: it flaps, is silent, its clock is off. */
    STATION_TROUBLE,
    /** It is open, and nothing was heard of it for long. */
    SESSION_STALE,
    /** It ended today or yesterday, and something about it is odd. */
    SESSION_SUSPECT,
    /** The last update of a station has failed. */
    FIRMWARE_FAILED,
    /** A station's certificate ends within a week, and no newer one is there. */
    CERTIFICATE_ENDING,
    /** Somebody knocks with an identity that nobody has registered. */
    STATION_UNKNOWN,
    /** Somebody has to decide whether it may take part. */
    REGISTRATION_PENDING,
    /** It is turned away. */
    REGISTRATION_REJECTED,
    /** A certificate of the server itself ends soon or has ended, or a newer one cannot be used. */
    SERVER_CERTIFICATE;

    /** As it stands in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
