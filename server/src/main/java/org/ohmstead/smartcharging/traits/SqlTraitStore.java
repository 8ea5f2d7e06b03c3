package org.ohmstead.smartcharging.traits;

import static org.ohmstead.db.schema.Tables.CHARGING_PROFILE;
import static org.ohmstead.db.schema.Tables.SMART_CHARGING;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.Recording;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.SmartChargingRecord;
import org.ohmstead.smartcharging.schedule.json.Words;
import org.ohmstead.stations.StationRef;

/** The rows of traits; a station without one is as usual. */
@Singleton
public class SqlTraitStore {
    private static final String ENTITY = "smart-charging";

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlTraitStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    Traits of(StationRef station) {
        return database.read(station.scope())
                .selectFrom(SMART_CHARGING)
                .where(here(station))
                .fetchOptional(SqlTraitStore::read)
                .orElse(Traits.USUAL);
    }

    /** @param change asked once or more often */
    Traits change(StationRef station, UnaryOperator<Traits> change, Instant at, Recording by) {
        return commits.write(station.scope(), station.id(), tx -> {
            SmartChargingRecord row =
                    tx.sql().selectFrom(SMART_CHARGING).where(here(station)).fetchOne();
            Traits before = row == null ? Traits.USUAL : read(row);
            Traits after = change.apply(before);
            if (!after.equals(before) || row == null) {
                put(tx, station, after, at);
                by.record(
                        tx,
                        AuditEntry.changed(ENTITY, station.identity(), TraitsView.of(before), TraitsView.of(after)));
            }
            return after;
        });
    }

    /** A number for a profile that no other of the station has, or had. */
    long nextNumber(StationRef station, Instant at) {
        return commits.write(station.scope(), station.id(), tx -> {
            SmartChargingRecord row =
                    tx.sql().selectFrom(SMART_CHARGING).where(here(station)).fetchOne();
            if (row == null) {
                put(tx, station, Traits.USUAL, at);
            }
            Long used = tx.sql()
                    .select(DSL.max(CHARGING_PROFILE.NUMBER))
                    .from(CHARGING_PROFILE)
                    .where(CHARGING_PROFILE.TENANT_ID.eq(station.tenant()))
                    .and(CHARGING_PROFILE.STATION_ID.eq(station.id()))
                    .fetchOne(0, Long.class);
            long given = row == null ? 0 : row.getLastNumber();
            // numbers at the upper end, which somebody else may have chosen, would leave no next one
            long next = Math.max(given, used == null || used >= Integer.MAX_VALUE ? 0 : used) + 1;
            tx.sql()
                    .update(SMART_CHARGING)
                    .set(SMART_CHARGING.LAST_NUMBER, next)
                    .where(here(station))
                    .execute();
            return next;
        });
    }

    private static void put(Tx tx, StationRef station, Traits traits, Instant at) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(SMART_CHARGING.VOLTAGE_V, traits.voltage());
        values.put(SMART_CHARGING.PHASES, traits.phases());
        values.put(SMART_CHARGING.RATE_UNIT, traits.unit() == null ? null : Words.of(traits.unit()));
        values.put(SMART_CHARGING.IS_WHOLE, traits.whole());
        values.put(SMART_CHARGING.STACK_LEVEL, traits.stackLevel());
        values.put(SMART_CHARGING.ANSWERS_NEEDS, traits.answersNeeds());
        values.put(SMART_CHARGING.CHANGED_AT, at);
        tx.sql()
                .insertInto(SMART_CHARGING)
                .set(SMART_CHARGING.TENANT_ID, station.tenant())
                .set(SMART_CHARGING.STATION_ID, station.id())
                .set(SMART_CHARGING.LAST_NUMBER, 0L)
                .set(values)
                .onConflict(SMART_CHARGING.TENANT_ID, SMART_CHARGING.STATION_ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    private static Condition here(StationRef station) {
        return SMART_CHARGING.TENANT_ID.eq(station.tenant()).and(SMART_CHARGING.STATION_ID.eq(station.id()));
    }

    private static Traits read(SmartChargingRecord row) {
        return new Traits(
                row.getVoltageV(),
                row.getPhases(),
                Words.unit(row.getRateUnit()).orElse(null),
                row.getIsWhole(),
                row.getStackLevel(),
                row.getAnswersNeeds());
    }
}
