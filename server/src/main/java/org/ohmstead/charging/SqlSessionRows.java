package org.ohmstead.charging;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.ohmstead.stations.StationRef;

/** The sessions of one station, and of no other: what a station names can never be found at another one, or tenant. */
final class SqlSessionRows {
    private static final String OPEN = SessionState.OPEN.word();

    private final DSLContext sql;
    private final StationRef station;

    SqlSessionRows(DSLContext sql, StationRef station) {
        this.sql = sql;
        this.station = station;
    }

    Optional<ChargingSession> byId(long id) {
        return newest(CHARGING_SESSION.ID.eq(id));
    }

    Optional<ChargingSession> byStartKey(String startKey) {
        return newest(CHARGING_SESSION.START_KEY.eq(startKey));
    }

    /** The newest generation. */
    Optional<ChargingSession> byStationTx(String stationTx) {
        return sql.selectFrom(CHARGING_SESSION)
                .where(own(CHARGING_SESSION.STATION_TX_KEY.eq(Origin.key(stationTx))))
                .orderBy(CHARGING_SESSION.GENERATION.desc())
                .limit(1)
                .fetchOptional(row -> SqlSessionRow.read(row, station));
    }

    /** The first generation of a station's id that no session has. */
    int nextGeneration(String stationTx) {
        return byStationTx(stationTx)
                .map(session -> session.origin().generation() + 1)
                .orElse(0);
    }

    /** All open sessions of an EVSE, newest first; none where it is not known. */
    List<ChargingSession> openAt(Place place) {
        return place.evse() == null
                ? List.of()
                : all(CHARGING_SESSION.STATE.eq(OPEN).and(CHARGING_SESSION.EVSE.eq(place.evse())));
    }

    /** All open sessions of the station, newest first. */
    List<ChargingSession> open() {
        return all(CHARGING_SESSION.STATE.eq(OPEN));
    }

    /** The sessions that the station ended at a moment of its clock. */
    List<ChargingSession> endedAt(Instant station) {
        return all(CHARGING_SESSION
                .STATE
                .eq(SessionState.ENDED.word())
                .and(CHARGING_SESSION.STATION_ENDED_AT.eq(station)));
    }

    private Optional<ChargingSession> newest(Condition which) {
        return all(which).stream().findFirst();
    }

    private List<ChargingSession> all(Condition which) {
        return sql.selectFrom(CHARGING_SESSION)
                .where(own(which))
                .orderBy(CHARGING_SESSION.ID.desc())
                .fetch(row -> SqlSessionRow.read(row, station));
    }

    private Condition own(Condition which) {
        return CHARGING_SESSION
                .TENANT_ID
                .eq(station.tenant())
                .and(CHARGING_SESSION.STATION_ID.eq(station.id()))
                .and(which);
    }
}
