package org.ohmstead.charging.lists;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.Sample;

/**
 * A reading as the API shows it.
 *
 * @param evse       0: the station's main meter
 * @param session    number of the session that it belongs to
 * @param seqNo      2.x: place of its event in the sequence
 * @param context    why it was taken, in the words of OCPP
 * @param sampledAt  the time we believe
 * @param stationAt  what the station said, where we do not believe it
 * @param energyWh   import register, an absolute count in Wh
 * @param samples    every value as it came, with its unit, phase, location and signature
 */
public record ReadingView(
        long id,
        String station,
        @Nullable Integer evse,
        @Nullable Integer connector,
        @Nullable Long session,
        @Nullable Integer seqNo,
        @Nullable String messageId,
        @Nullable String context,
        Instant sampledAt,
        @Nullable Instant stationAt,
        Instant receivedAt,
        @Nullable BigDecimal energyWh,
        @Nullable BigDecimal powerW,
        @Nullable BigDecimal socPercent,

        @JsonRawValue @Schema(implementation = Sample[].class)
        String samples) {}
