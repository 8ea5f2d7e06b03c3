package org.ohmstead.firmware.campaigns;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a campaign stands. */
@Schema(name = "FirmwareCampaignState")
public enum CampaignState {
    RUNNING,
    /** Somebody has paused it: what runs at the stations goes on, and no other is begun. */
    PAUSED,
    /** The same by itself, because too many have failed. */
    HALTED,
    /** Somebody has ended it: those that waited are skipped. */
    STOPPED,
    /** Every station has had its turn. */
    ENDED;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CampaignState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isEnd() {
        return this == STOPPED || this == ENDED;
    }
}
