package org.ohmstead.firmware.campaigns;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.firmware.UpdateOrder;

/** A campaign as the API shows it. */
@Schema(name = "FirmwareCampaign")
public record CampaignView(
        long id,
        String name,
        @Schema(implementation = CampaignState.class) String state,
        @Schema(description = "Why it halted") @Nullable String reason,

        @Schema(description = "The wave that runs; 0 is the canary")
        int wave,

        @Schema(description = "When that wave may begin; null: at once") @Nullable
        Instant waveAt,

        @Schema(description = "How the stations of it that you see stand")
        CampaignCounts progress,

        @Schema(description = "What each station is told") UpdateOrder firmware,
        @Schema(description = "Stations of the first wave") int canary,

        @Schema(description = "Stations of each further wave")
        int waveSize,

        @Schema(description = "Updates that are under way at a time")
        int parallel,

        @Schema(description = "Percentage of failures at which it halts")
        int haltAtPercent,

        @Schema(description = "Seconds between two waves") long pauseSeconds,

        @Schema(description = "How long an update waits for a station that is not connected")
        String offlineFor,

        @Schema(description = "Who began it", examples = "user:anna@example.org")
        String createdBy,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt) {
    static CampaignView of(Campaign campaign, CampaignCounts counts) {
        Campaign.Turn turn = campaign.turn();
        CampaignPlan plan = campaign.plan();
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                turn.state().word(),
                turn.reason(),
                turn.wave(),
                turn.waveAt(),
                counts,
                campaign.order().shown(),
                plan.canary(),
                plan.waveSize(),
                plan.parallel(),
                plan.haltAtPercent(),
                plan.pauseSeconds(),
                plan.offlineFor(),
                campaign.by(),
                campaign.createdAt(),
                turn.updatedAt(),
                turn.endedAt());
    }
}
