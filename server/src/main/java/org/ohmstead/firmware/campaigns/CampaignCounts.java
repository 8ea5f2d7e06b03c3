package org.ohmstead.firmware.campaigns;

import java.util.Map;

/** How many stations of a campaign stand how. */
public record CampaignCounts(int stations, int waiting, int running, int installed, int failed, int skipped) {
    static CampaignCounts of(Map<MemberState, Integer> by) {
        return new CampaignCounts(
                by.values().stream().mapToInt(Integer::intValue).sum(),
                by.getOrDefault(MemberState.WAITING, 0),
                by.getOrDefault(MemberState.RUNNING, 0),
                by.getOrDefault(MemberState.INSTALLED, 0),
                by.getOrDefault(MemberState.FAILED, 0),
                by.getOrDefault(MemberState.SKIPPED, 0));
    }

    int ended() {
        return installed + failed;
    }
}
