package org.ohmstead.firmware.campaigns;

/**
 * How a campaign goes about it.
 *
 * @param canary        stations of the first wave
 * @param waveSize      stations of each further wave
 * @param parallel      updates that are under way at a time
 * @param haltAtPercent of failures at which it halts, counted among those that have ended, and the canary's number at least
 * @param pauseSeconds  between two waves
 * @param offlineFor    how long an update waits for a station that is not connected, such as 7d
 * @param forgiven      failures that somebody has seen and gone on all the same
 */
record CampaignPlan(
        int canary, int waveSize, int parallel, int haltAtPercent, long pauseSeconds, String offlineFor, int forgiven) {

    CampaignPlan forgiving(int failures) {
        return new CampaignPlan(canary, waveSize, parallel, haltAtPercent, pauseSeconds, offlineFor, failures);
    }

    /** In which wave a station is. @param place from 0 */
    int waveOf(int place) {
        return place < canary ? 0 : 1 + (place - canary) / waveSize;
    }

    boolean isTooMany(int failed, int ended) {
        int counted = failed - forgiven;
        return counted > 0 && counted * 100L >= (long) haltAtPercent * Math.max(ended, canary);
    }
}
