package org.ohmstead.stations.oddities;

import static org.jooq.impl.DSL.row;
import static org.ohmstead.db.schema.Tables.CONNECTION_ODDITY;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.StationRef;

/** The rows of what is odd about handshakes. */
@Singleton
public class SqlOddityStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlOddityStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    void add(StationRef station, List<StationOddity> counted) {
        commits.write(station.scope(), station.id(), tx -> {
            boolean isThere = tx.sql()
                    .fetchExists(STATION, STATION.TENANT_ID.eq(station.tenant()).and(STATION.ID.eq(station.id())));
            if (isThere) { // else it was deleted meanwhile
                counted.forEach(one -> add(tx.sql(), station, one));
            }
            return null;
        });
    }

    private static void add(DSLContext sql, StationRef station, StationOddity one) {
        sql.insertInto(CONNECTION_ODDITY)
                .set(CONNECTION_ODDITY.TENANT_ID, station.tenant())
                .set(CONNECTION_ODDITY.STATION_ID, station.id())
                .set(CONNECTION_ODDITY.ODDITY, one.oddity().word())
                .set(CONNECTION_ODDITY.OCCURRED, one.occurred())
                .set(CONNECTION_ODDITY.FOUND, one.found())
                .set(CONNECTION_ODDITY.FIRST_AT, one.firstAt())
                .set(CONNECTION_ODDITY.LAST_AT, one.lastAt())
                .onConflict(CONNECTION_ODDITY.TENANT_ID, CONNECTION_ODDITY.STATION_ID, CONNECTION_ODDITY.ODDITY)
                .doUpdate()
                .set(CONNECTION_ODDITY.OCCURRED, CONNECTION_ODDITY.OCCURRED.plus(one.occurred()))
                .set(CONNECTION_ODDITY.FOUND, one.found())
                .set(CONNECTION_ODDITY.LAST_AT, one.lastAt())
                .execute();
    }

    List<StationOddity> after(Scope scope, @Nullable StationRef station, String key, String oddity, int rows) {
        return database.read(scope)
                .select(STATION.IDENTITY)
                .select(CONNECTION_ODDITY.fields())
                .from(CONNECTION_ODDITY)
                .join(STATION)
                .on(STATION.TENANT_ID.eq(CONNECTION_ODDITY.TENANT_ID))
                .and(STATION.ID.eq(CONNECTION_ODDITY.STATION_ID))
                .where(scope.of(CONNECTION_ODDITY.TENANT_ID, CONNECTION_ODDITY.STATION_ID))
                .and(station == null ? DSL.noCondition() : CONNECTION_ODDITY.STATION_ID.eq(station.id()))
                .and(row(STATION.IDENTITY_KEY, CONNECTION_ODDITY.ODDITY).gt(key, oddity))
                .orderBy(STATION.IDENTITY_KEY, CONNECTION_ODDITY.ODDITY)
                .limit(rows)
                .fetch(found -> new StationOddity(
                        found.get(STATION.IDENTITY),
                        Oddity.valueOf(found.get(CONNECTION_ODDITY.ODDITY).toUpperCase(Locale.ROOT)),
                        found.get(CONNECTION_ODDITY.OCCURRED),
                        found.get(CONNECTION_ODDITY.FOUND),
                        found.get(CONNECTION_ODDITY.FIRST_AT),
                        found.get(CONNECTION_ODDITY.LAST_AT)));
    }

    /** As stations are ordered. */
    static String key(String identity) {
        return identity.toLowerCase(Locale.ROOT);
    }
}
