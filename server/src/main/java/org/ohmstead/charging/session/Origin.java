package org.ohmstead.charging.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.keys.IndexKey;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;

/**
 * Where a session comes from, and by what its messages find it.
 *
 * @param version     of the connection that its first message came on
 * @param startKey    1.6: connector, token, time and register of the start, which a repeated start has too
 * @param stationTx   the station's own id for it: the transactionId of 2.x, or what a 1.6 station made up
 * @param generation  counts how often the station used its id before
 * @param reservation number of the reservation that it used up
 * @param remoteStart number of the remote start that led to it
 */
public record Origin(
        StationRef station,
        OcppVersion version,
        @Nullable String startKey,
        @Nullable String stationTx,
        int generation,
        @Nullable Long reservation,
        @Nullable Long remoteStart) {

    /** The station's ids are compared without case (identifierString). */
    public static String key(String stationTx) {
        return IndexKey.of(stationTx.toLowerCase(Locale.ROOT));
    }

    public boolean isNumbered() {
        return !version.isV2();
    }

    /** What the station knows the session by. @param session its number, which a 1.6 station was given */
    public String transaction(long session) {
        return stationTx == null ? Long.toString(session) : stationTx;
    }

    public Origin withStationTx(String own, int itsGeneration) {
        return new Origin(station, version, startKey, own, itsGeneration, reservation, remoteStart);
    }

    public Origin with(@Nullable Long reservationNumber, @Nullable Long remoteStartNumber) {
        return new Origin(
                station,
                version,
                startKey,
                stationTx,
                generation,
                reservation == null ? reservationNumber : reservation,
                remoteStart == null ? remoteStartNumber : remoteStart);
    }
}
