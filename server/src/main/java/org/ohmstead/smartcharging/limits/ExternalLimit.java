package org.ohmstead.smartcharging.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit from outside.
 *
 * @param evse      0: the station
 * @param source    who set it, in the station's word
 * @param schedules ChargingSchedules of 2.x; null: not told
 * @param endedAt   null: it stands
 * @param endedBy   cleared or replaced
 */
public record ExternalLimit(
        long id,
        int evse,
        String source,
        boolean gridCritical,
        boolean localGeneration,
        @Nullable JsonNode schedules,
        Instant reportedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {}
