package org.ohmstead.firmware.campaigns;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.firmware.UpdateState;

/** A station of a campaign as the API shows it. */
@Schema(name = "FirmwareCampaignStation")
public record CampaignMemberView(
        String station,
        @Schema(description = "0 is the canary") int wave,
        @Schema(implementation = MemberState.class) String state,

        @Schema(description = "Number of its update") @Nullable
        Long update,

        @Schema(implementation = UpdateState.class) @Nullable
        String updateState,

        @Schema(description = "Why it failed or was skipped") @Nullable
        String reason,

        Instant updatedAt) {
    static CampaignMemberView of(CampaignMember member) {
        UpdateState is = member.is();
        return new CampaignMemberView(
                member.station().identity(),
                member.wave(),
                member.state().word(),
                member.update(),
                is == null ? null : is.word(),
                member.reason(),
                member.updatedAt());
    }
}
