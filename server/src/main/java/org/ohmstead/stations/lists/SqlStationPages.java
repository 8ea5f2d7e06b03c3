package org.ohmstead.stations.lists;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Refused;
import org.ohmstead.api.TimeText;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.SqlStationRows;
import org.ohmstead.stations.Station;

/** Pages of stations in any order. */
@Singleton
public class SqlStationPages {
    private static final Field<String> NAME = lower(coalesce(STATION.NAME, STATION.IDENTITY));
    private static final Field<Instant> SEEN = coalesce(STATION.LAST_SEEN_AT, val(Instant.EPOCH, STATION.LAST_SEEN_AT));

    private final Database database;

    @Inject
    public SqlStationPages(Database database) {
        this.database = database;
    }

    /** @param at where the list goes on behind it */
    record Row(Station station, Cursor at) {}

    /** Whoever is connected is not sifted here. */
    List<Row> after(Scope scope, StationFilter filter, StationSort sort, @Nullable Cursor after, int rows) {
        Condition where = scope.of(STATION.TENANT_ID, STATION.ID);
        if (filter.search() != null) {
            where = where.and(SqlStationRows.matches(filter.search()));
        }
        if (filter.status() != null) {
            where = where.and(SqlStationStatus.rank().eq(SqlStationStatus.of(filter.status())));
        }
        return switch (sort.by()) {
            case IDENTITY -> byIdentity(scope, where, sort, after, rows);
            case NAME -> sorted(scope, where, sort, NAME, after == null ? null : after.key(0, 2), after, rows);
            case LAST_SEEN_AT -> sorted(scope, where, sort, SEEN, after == null ? null : time(after), after, rows);
            case STATUS ->
                sorted(
                        scope,
                        where,
                        sort,
                        SqlStationStatus.rank(),
                        after == null ? null : Integer.valueOf(after.number(0, 2)),
                        after,
                        rows);
        };
    }

    private List<Row> byIdentity(Scope scope, Condition where, StationSort sort, @Nullable Cursor after, int rows) {
        Condition behind = DSL.noCondition();
        if (after != null) {
            String key = after.key(0, 1);
            behind = sort.isFalling() ? STATION.IDENTITY_KEY.lt(key) : STATION.IDENTITY_KEY.gt(key);
        }
        return database.read(scope)
                .selectFrom(STATION)
                .where(where.and(behind))
                .orderBy(sort.isFalling() ? STATION.IDENTITY_KEY.desc() : STATION.IDENTITY_KEY.asc())
                .limit(rows)
                .fetch(found -> new Row(SqlStationRows.read(found), Cursor.at(found.getIdentityKey())));
    }

    private <T> List<Row> sorted(
            Scope scope,
            Condition where,
            StationSort sort,
            Field<T> by,
            @Nullable T last,
            @Nullable Cursor after,
            int rows) {
        Field<T> key = by.as("sort_key");
        Condition behind = DSL.noCondition();
        if (after != null && last != null) {
            var place = row(by, STATION.IDENTITY_KEY);
            var end = row(val(last, by), val(after.key(1, 2)));
            behind = sort.isFalling() ? place.lt(end) : place.gt(end);
        }
        return database.read(scope)
                .select(STATION.fields())
                .select(key)
                .from(STATION)
                .where(where.and(behind))
                .orderBy(
                        sort.isFalling() ? key.desc() : key.asc(),
                        sort.isFalling() ? STATION.IDENTITY_KEY.desc() : STATION.IDENTITY_KEY.asc())
                .limit(rows)
                .fetch(found -> new Row(
                        SqlStationRows.read(found.into(STATION)),
                        Cursor.at(String.valueOf(found.get(key)), found.get(STATION.IDENTITY_KEY))));
    }

    private static Instant time(Cursor after) {
        try {
            return TimeText.parse(after.key(0, 2));
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    "cursor", "cursor is none of this list. Take it unchanged from next of the page before.");
        }
    }

    /** Those of which it is known where they stand, in the order of their identity. */
    List<StationPlace> places(Scope scope, int most) {
        Field<Integer> rank = SqlStationStatus.rank().as("rank");
        Field<Boolean> connected = DSL.field(SqlStationStatus.isConnected()).as("connected");
        return database.read(scope)
                .select(STATION.IDENTITY, STATION.LATITUDE, STATION.LONGITUDE, rank, connected)
                .from(STATION)
                .where(scope.of(STATION.TENANT_ID, STATION.ID))
                .and(STATION.LATITUDE.isNotNull())
                .orderBy(STATION.IDENTITY_KEY)
                .limit(most)
                .fetch(found -> new StationPlace(
                        found.get(STATION.IDENTITY),
                        found.get(STATION.LATITUDE),
                        found.get(STATION.LONGITUDE),
                        SqlStationStatus.of(found.get(rank)).word(),
                        found.get(connected)));
    }
}
