package org.ohmstead.stations.capabilities;

import static org.ohmstead.db.schema.Tables.STATION;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.SqlStationRows;
import org.ohmstead.stations.StationRef;

/** The column of a station's row in which they stand. */
final class SqlUnsupportedActions {
    private SqlUnsupportedActions() {}

    /** @return what stood there and does not any more */
    static List<String> forget(Tx tx, StationRef station, @Nullable String action) {
        List<String> before = SqlStationRows.actions(tx.sql()
                .select(STATION.UNSUPPORTED_JSON)
                .from(STATION)
                .where(STATION.ID.eq(station.id()))
                .fetchOne(STATION.UNSUPPORTED_JSON));
        List<String> stay = before.stream()
                .filter(each -> action != null && !each.equals(action))
                .toList();
        if (stay.size() < before.size()) {
            tx.sql()
                    .update(STATION)
                    .set(STATION.UNSUPPORTED_JSON, SqlStationRows.json(stay))
                    .where(STATION.TENANT_ID.eq(station.tenant()))
                    .and(STATION.ID.eq(station.id()))
                    .execute();
        }
        return before.stream().filter(each -> !stay.contains(each)).toList();
    }
}
