package org.ohmstead.charging.readings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.Quantities;
import org.ohmstead.stations.StationRef;

/**
 * A reading as it is stored: what came, and what it says in our units.
 *
 * @param place         of the meter; EVSE 0 is the main meter
 * @param session       null: it belongs to none
 * @param seqNo         2.x: of the event that brought it
 * @param messageDigest 2.x: of that event's content
 * @param sampledAt     the time we believe
 * @param stationAt     what the station said, where we do not believe it
 * @param digest        the same for a repeated reading
 * @param sampledJson   the samples, as they came
 */
public record MeterReading(
        StationRef station,
        ConnectorRef place,
        @Nullable Long session,
        @Nullable Integer seqNo,
        String messageId,
        @Nullable Long messageDigest,
        Instant sampledAt,
        @Nullable Instant stationAt,
        Instant receivedAt,
        Quantities quantities,
        long digest,
        String sampledJson) {

    public MeterPoint point() {
        return new MeterPoint(
                sampledAt,
                seqNo,
                quantities.context(),
                quantities.energyWh(),
                quantities.otherWh(),
                quantities.intervalWh(),
                quantities.powerW(),
                digest);
    }

    /** The readings as those of a session. */
    public static List<MeterReading> of(ChargingSession session, List<MeterReading> readings) {
        return readings.stream()
                .map(reading -> reading.of(session.id(), session.place()))
                .toList();
    }

    public MeterReading of(long sessionId, ConnectorRef where) {
        return new MeterReading(
                station,
                where,
                sessionId,
                seqNo,
                messageId,
                messageDigest,
                sampledAt,
                stationAt,
                receivedAt,
                quantities,
                digest,
                sampledJson);
    }
}
