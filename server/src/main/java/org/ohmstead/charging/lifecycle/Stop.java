package org.ohmstead.charging.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.Reading;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.stations.Caller;

/**
 * A station reports that a numbered session has ended (1.6). It cannot be refused.
 *
 * @param number    that the station knows the session by: ours, its own, or none at all (0, -1, null)
 * @param token     that it was stopped with; null: without one
 * @param meterWh   register at the end
 * @param at        by the clock of the station
 * @param rawReason the station's word for the reason, where it is none of ours
 * @param readings  of the session, for billing
 */
public record Stop(
        Caller caller,
        @Nullable Long number,
        @Nullable String token,
        @Nullable BigDecimal meterWh,
        @Nullable Instant at,
        StopReason reason,
        @Nullable String rawReason,
        List<Reading> readings) {
    Stop with(String otherToken) {
        return new Stop(caller, number, otherToken, meterWh, at, reason, rawReason, readings);
    }
}
