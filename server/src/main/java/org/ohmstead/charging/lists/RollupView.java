package org.ohmstead.charging.lists;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.OldReading;
import org.ohmstead.charging.readings.Sample;

/**
 * Old readings of a quarter of an hour as the API shows them.
 *
 * @param session       number of the session that they belong to
 * @param from          when the quarter of an hour begins
 * @param readings      how many there were
 * @param energyFirstWh import register, an absolute count in Wh, at the first reading that shows it
 * @param energyLastWh  the same at the last one
 * @param powerAvgW     mean over the readings that show it
 * @param socPercent    the last
 * @param kept          readings that stay as they came: signed ones, those of start and stop, and all of a suspect session
 */
public record RollupView(
        long id,
        String station,
        @Nullable Integer evse,
        @Nullable Integer connector,
        @Nullable Long session,
        Instant from,
        int readings,
        @Nullable BigDecimal energyFirstWh,
        @Nullable Instant energyFirstAt,
        @Nullable BigDecimal energyLastWh,
        @Nullable Instant energyLastAt,
        @Nullable BigDecimal powerMinW,
        @Nullable BigDecimal powerMaxW,
        @Nullable BigDecimal powerAvgW,
        @Nullable BigDecimal socPercent,
        List<Kept> kept) {

    /** A reading as it came. */
    @Schema(name = "KeptReading")
    public record Kept(
            Instant sampledAt,
            @Nullable Instant stationAt,
            Instant receivedAt,
            @Nullable Integer seqNo,
            @Nullable String messageId,
            @Nullable String context,
            @Nullable BigDecimal energyWh,
            @Nullable BigDecimal powerW,
            @Nullable BigDecimal socPercent,

            @JsonRawValue @Schema(implementation = Sample[].class)
            String samples) {

        static Kept of(OldReading reading) {
            return new Kept(
                    reading.sampledAt(),
                    reading.stationAt(),
                    reading.receivedAt(),
                    reading.seqNo(),
                    reading.messageId(),
                    reading.context(),
                    reading.energyWh(),
                    reading.powerW(),
                    reading.socPercent(),
                    reading.samples());
        }
    }
}
