package org.ohmstead.charging.readings;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;

/**
 * A stored reading on its way into a {@link Rollup}, and how one that stays as it came is written there.
 *
 * @param samples       as they came: a text, so that nothing of what a meter has signed changes
 */
public record OldReading(
        long id,
        ConnectorRef place,
        @Nullable Integer seqNo,
        @Nullable String messageId,
        @Nullable String context,
        Instant sampledAt,
        @Nullable Instant stationAt,
        Instant receivedAt,
        @Nullable BigDecimal energyWh,
        @Nullable BigDecimal otherWh,
        @Nullable BigDecimal intervalWh,
        @Nullable BigDecimal powerW,
        @Nullable BigDecimal socPercent,
        long digest,
        String samples) {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Where it is rolled up. */
    public Rollup.Slot slot() {
        long seconds = QUARTER.toSeconds();
        return new Rollup.Slot(
                place, Instant.ofEpochSecond(Math.floorDiv(sampledAt.getEpochSecond(), seconds) * seconds));
    }

    MeterPoint point() {
        return new MeterPoint(sampledAt, seqNo, context, energyWh, otherWh, intervalWh, powerW, digest);
    }

    /**
     * Whether it has to stay as it came: what a meter has signed; what a session's start and stop are taken from; and all of a
     * session about which anything is suspect, because then each of them may matter.
     *
     * @param session null: it belongs to none
     */
    public boolean isKept(@Nullable ChargingSession session) {
        if (isSigned()) {
            return true;
        }
        return session != null
                && (!session.suspicions().isEmpty()
                        || MeterNormaliser.BEGIN.equals(context)
                        || MeterNormaliser.END.equals(context)
                        || sampledAt.equals(session.times().endedAt())
                        || seqNo != null
                                && (seqNo.equals(session.seq().first())
                                        || seqNo.equals(session.seq().end())));
    }

    private boolean isSigned() {
        try {
            return Arrays.stream(ChargingJson.read(samples, Sample[].class))
                    .anyMatch(sample -> sample.signed() != null || "SignedData".equals(sample.format()));
        } catch (IllegalStateException e) {
            return true; // nobody can tell, so it stays
        }
    }
}
