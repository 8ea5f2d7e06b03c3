package org.ohmstead.charging.lists;

import static org.ohmstead.db.schema.Tables.METER_ROLLUP;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.readings.OldReading;
import org.ohmstead.charging.store.SqlRollupRows;
import org.ohmstead.charging.store.SqlSessionRow;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;

/** What the API reads of rolled up readings; the newest quarter of an hour first. */
@Singleton
public class SqlRollupPages {
    private static final int DECIMALS = 3;

    private final Database database;

    @Inject
    public SqlRollupPages(Database database) {
        this.database = database;
    }

    public Page<RollupView> page(Scope scope, ReadingFilter filter, Limit limit, @Nullable Cursor after) {
        Condition which = scope.of(METER_ROLLUP.TENANT_ID, METER_ROLLUP.STATION_ID)
                .and(SqlSessionPages.between(METER_ROLLUP.FROM_AT, filter.from(), filter.to()))
                .and(SqlSessionPages.behind(METER_ROLLUP.FROM_AT, METER_ROLLUP.ID, after));
        if (filter.station() != null) {
            which = which.and(METER_ROLLUP.STATION_ID.eq(SqlSessionPages.station(scope, filter.station())));
        }
        if (filter.session() != null) {
            which = which.and(METER_ROLLUP.SESSION_ID.eq(filter.session()));
        }
        if (filter.evse() != null) {
            which = which.and(METER_ROLLUP.EVSE.eq(filter.evse()));
        }
        List<RollupView> rows = database.read(scope)
                .select(METER_ROLLUP.fields())
                .select(STATION.IDENTITY)
                .from(METER_ROLLUP)
                .join(STATION)
                .on(STATION.ID.eq(METER_ROLLUP.STATION_ID))
                .where(which)
                .orderBy(METER_ROLLUP.FROM_AT.desc(), METER_ROLLUP.ID.desc())
                .limit(limit.rows() + 1)
                .fetch(SqlRollupPages::view);
        return Page.of(rows, limit, row -> SqlSessionPages.cursor(row.from(), row.id()));
    }

    private static RollupView view(Record row) {
        return new RollupView(
                row.get(METER_ROLLUP.ID),
                row.get(STATION.IDENTITY),
                row.get(METER_ROLLUP.EVSE),
                row.get(METER_ROLLUP.CONNECTOR),
                row.get(METER_ROLLUP.SESSION_ID),
                row.get(METER_ROLLUP.FROM_AT),
                row.get(METER_ROLLUP.READINGS),
                SqlSessionRow.decimal(row.get(METER_ROLLUP.ENERGY_FIRST_WH)),
                row.get(METER_ROLLUP.ENERGY_FIRST_AT),
                SqlSessionRow.decimal(row.get(METER_ROLLUP.ENERGY_LAST_WH)),
                row.get(METER_ROLLUP.ENERGY_LAST_AT),
                SqlSessionRow.decimal(row.get(METER_ROLLUP.POWER_MIN_W)),
                SqlSessionRow.decimal(row.get(METER_ROLLUP.POWER_MAX_W)),
                mean(row.get(METER_ROLLUP.POWER_SUM_W), row.get(METER_ROLLUP.POWER_READINGS)),
                SqlSessionRow.decimal(row.get(METER_ROLLUP.SOC_PERCENT)),
                SqlRollupRows.list(row.get(METER_ROLLUP.KEPT_JSON), OldReading[].class).stream()
                        .map(RollupView.Kept::of)
                        .toList());
    }

    private static @Nullable BigDecimal mean(@Nullable BigDecimal sum, int of) {
        return sum == null
                ? null
                : MeterNormaliser.plain(sum.divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_EVEN));
    }
}
