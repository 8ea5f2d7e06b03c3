package org.ohmstead.charging.session;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What is plausible, and how long is too long.
 *
 * @param maxPowerW    more than this on average, in W, no charger delivers (default 1,000,000)
 * @param clockError   a clock that is further off than this is corrected, and its sessions are marked (default 5 minutes)
 * @param offlineAfter a 1.6 message that is older than this when it comes was queued while the station was offline
 *                     (default 10 minutes)
 * @param offlineMost  a 1.6 message that is older than this was not queued, its clock is wrong (default 60 days)
 * @param staleAfter   an open session without any sign for so long is stale: it no longer keeps its token busy
 *                     (default 12 hours)
 * @param freeAfter    a connector that is available for so long, while a session is said to charge there, tells that the session
 *                     is over (default 5 minutes)
 * @param closeAfter   a session that counts as over for so long is closed (default 15 minutes)
 */
public record ChargingSettings(
        BigDecimal maxPowerW,
        Duration clockError,
        Duration offlineAfter,
        Duration offlineMost,
        Duration staleAfter,
        Duration freeAfter,
        Duration closeAfter) {

    public static ChargingSettings defaults() {
        return new ChargingSettings(
                BigDecimal.valueOf(1_000_000),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofDays(60),
                Duration.ofHours(12),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15));
    }
}
