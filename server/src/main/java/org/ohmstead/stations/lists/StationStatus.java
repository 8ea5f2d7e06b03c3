package org.ohmstead.stations.lists;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a station is, in one word: the worst that holds, in this order. */
@Schema(name = "StationStatus")
public enum StationStatus {
    /** Connected, and faulted as a whole or at a connector. */
    FAULTED,
    /** It was connected before, and is not now; how its connectors are, nobody knows. */
    OFFLINE,
    /** Connected, and a connector takes no sessions. */
    UNAVAILABLE,
    /** Connected, and has told nothing of its connectors, or in words that no version has. */
    UNKNOWN,
    /** Connected, and charges somewhere. */
    CHARGING,
    /** Connected, and a connector is in use or reserved without charging. */
    OCCUPIED,
    /** Connected, and all its connectors are free. */
    AVAILABLE,
    /** Registered, and never connected. */
    NEVER_SEEN;

    /** As it stands in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
