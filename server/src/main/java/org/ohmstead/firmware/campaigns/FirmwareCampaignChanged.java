package org.ohmstead.firmware.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A campaign began, or stands otherwise, or its next wave began.
 *
 * @param campaign its number
 * @param state    a word of {@link CampaignState}
 * @param wave     that runs, from 0
 * @param reason   why it halted
 */
public record FirmwareCampaignChanged(
        long tenant,
        Instant at,
        long campaign,
        String name,
        String state,
        int wave,
        @Nullable String reason) implements Event {
    static FirmwareCampaignChanged of(Campaign campaign) {
        return new FirmwareCampaignChanged(
                campaign.tenant(),
                campaign.turn().updatedAt(),
                campaign.id(),
                campaign.name(),
                campaign.state().word(),
                campaign.turn().wave(),
                campaign.turn().reason());
    }

    @Override
    public @Nullable Long station() {
        return null;
    }

    @Override
    public String kind() {
        return "firmware.campaign.changed";
    }
}
