package org.ohmstead.firmware.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.firmware.UpdateOrder;

/**
 * A campaign.
 *
 * @param order   what each station is told
 * @param turn    where it is
 * @param by      the word of who began it
 */
record Campaign(
        long id,
        long tenant,
        String name,
        UpdateOrder order,
        CampaignPlan plan,
        Turn turn,
        String by,
        Instant createdAt) {

    /**
     * Where a campaign is.
     *
     * @param reason  why it halted; null: it did not
     * @param wave    that runs, from 0
     * @param waveAt  when it may begin; null: at once
     * @param endedAt null: it goes on
     */
    record Turn(
            CampaignState state,
            @Nullable String reason,
            int wave,
            @Nullable Instant waveAt,
            Instant updatedAt,
            @Nullable Instant endedAt) {
        static Turn first(Instant now) {
            return new Turn(CampaignState.RUNNING, null, 0, null, now, null);
        }

        Turn to(CampaignState next, @Nullable String why, Instant now) {
            return new Turn(next, why, wave, waveAt, now, next.isEnd() ? now : null);
        }

        Turn toWave(int next, Instant at, Instant now) {
            return new Turn(state, reason, next, at, now, endedAt);
        }
    }

    Campaign with(Turn next) {
        return new Campaign(id, tenant, name, order, plan, next, by, createdAt);
    }

    Campaign with(CampaignPlan next) {
        return new Campaign(id, tenant, name, order, next, turn, by, createdAt);
    }

    CampaignState state() {
        return turn.state();
    }
}
