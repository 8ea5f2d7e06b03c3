package org.ohmstead.firmware.campaigns;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a station of a campaign stands. */
@Schema(name = "FirmwareCampaignStationState")
public enum MemberState {
    /** Its turn has not come. */
    WAITING,
    /** Its update is under way, or waits for the station to be connected. */
    RUNNING,
    INSTALLED,
    /** Its update has failed, or was refused or cancelled. */
    FAILED,
    /** The campaign was stopped before its turn. */
    SKIPPED;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MemberState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
