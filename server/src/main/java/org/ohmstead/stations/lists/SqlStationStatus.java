package org.ohmstead.stations.lists;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.CONNECTION;
import static org.ohmstead.db.schema.Tables.CONNECTOR;
import static org.ohmstead.db.schema.Tables.STATION;

import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.ohmstead.stations.availability.ConnectorStatus;

/**
 * The one place that says which status a station has. By the rows of connections, because a station may be connected to another
 * server of the same database; each question is one look into an index.
 */
final class SqlStationStatus {
    private SqlStationStatus() {}

    static Condition isConnected() {
        return exists(selectOne()
                .from(CONNECTION)
                .where(CONNECTION.TENANT_ID.eq(STATION.TENANT_ID))
                .and(CONNECTION.STATION_ID.eq(STATION.ID))
                .and(CONNECTION.CLOSED_AT.isNull()));
    }

    private static Condition has(ConnectorStatus... any) {
        List<String> words = Arrays.stream(any).map(ConnectorStatus::word).toList();
        return exists(selectOne()
                .from(CONNECTOR)
                .where(CONNECTOR.TENANT_ID.eq(STATION.TENANT_ID))
                .and(CONNECTOR.STATION_ID.eq(STATION.ID))
                .and(CONNECTOR.STATUS.in(
                        words.stream().map(word -> inline(word)).toList())));
    }

    /** A connector of OCPP 2.x is occupied and no more; whether it charges is said of its transaction. */
    private static Condition hasChargingSession() {
        return exists(selectOne()
                .from(CHARGING_SESSION)
                .where(CHARGING_SESSION.TENANT_ID.eq(STATION.TENANT_ID))
                .and(CHARGING_SESSION.STATION_ID.eq(STATION.ID))
                .and(CHARGING_SESSION.STATE.eq(inline("open")))
                .and(CHARGING_SESSION.CHARGING_STATE.eq(inline("charging"))));
    }

    /** The ordinal of the {@link StationStatus} of a row of station. */
    static Field<Integer> rank() {
        Condition away = isConnected().not();
        return when(away.and(STATION.LAST_SEEN_AT.isNotNull()), of(StationStatus.OFFLINE))
                .when(away, of(StationStatus.NEVER_SEEN))
                .when(has(ConnectorStatus.FAULTED), of(StationStatus.FAULTED))
                .when(has(ConnectorStatus.UNAVAILABLE), of(StationStatus.UNAVAILABLE))
                .when(has(ConnectorStatus.UNKNOWN), of(StationStatus.UNKNOWN))
                .when(has(ConnectorStatus.CHARGING).or(hasChargingSession()), of(StationStatus.CHARGING))
                .when(
                        has(
                                ConnectorStatus.OCCUPIED,
                                ConnectorStatus.PREPARING,
                                ConnectorStatus.SUSPENDED_EV,
                                ConnectorStatus.SUSPENDED_EVSE,
                                ConnectorStatus.FINISHING,
                                ConnectorStatus.RESERVED),
                        of(StationStatus.OCCUPIED))
                .when(has(ConnectorStatus.AVAILABLE), of(StationStatus.AVAILABLE))
                .otherwise(of(StationStatus.UNKNOWN));
    }

    static Field<Integer> of(StationStatus status) {
        return inline(status.ordinal());
    }

    static StationStatus of(int rank) {
        return StationStatus.values()[rank];
    }
}
