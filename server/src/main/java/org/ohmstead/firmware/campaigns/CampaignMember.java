package org.ohmstead.firmware.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.firmware.UpdateState;
import org.ohmstead.stations.StationRef;

/**
 * A station of a campaign.
 *
 * @param place   in the order of the campaign, from 0
 * @param update  its number; null: none was ordered
 * @param is      how far that has come; null: as above
 * @param command of the update; null: none has left
 * @param reason  why it failed or was skipped
 */
record CampaignMember(
        StationRef station,
        int place,
        int wave,
        MemberState state,
        @Nullable Long update,
        @Nullable UpdateState is,
        @Nullable Long command,
        @Nullable String reason,
        Instant updatedAt) {}
