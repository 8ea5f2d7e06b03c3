package org.ohmstead.charging.lists;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;

/** Sums of sessions that have ended: the database adds up, a period at a time, along an index of ends. */
@Singleton
public class SqlSessionTotals {
    private static final int DECIMALS = 3;
    private static final Field<String> STATION_KEY = max(STATION.IDENTITY_KEY).as("station_key");
    private static final Field<String> IDENTITY = max(STATION.IDENTITY).as("station");
    private static final Field<String> TOKEN_KEY =
            max(coalesce(CHARGING_SESSION.TOKEN_KEY, "")).as("token_key");
    private static final Field<String> TOKEN_VALUE =
            max(CHARGING_SESSION.TOKEN_VALUE).as("token");

    /** What makes a row within its period; empty where it is not grouped by it. */
    record Group(String station, String token) {}

    record Row(SessionTotals.Period period, Group group, SessionTotal total) {}

    private final Database database;

    @Inject
    public SqlSessionTotals(Database database) {
        this.database = database;
    }

    /** When the first session ended that did so at a time or later. */
    public Optional<Instant> firstEnd(Scope scope, SessionFilter filter, @Nullable Instant from) {
        return database.read(scope)
                .select(CHARGING_SESSION.ENDED_AT)
                .from(CHARGING_SESSION)
                .where(ended(scope, filter, from, filter.endedTo()))
                .orderBy(CHARGING_SESSION.ENDED_AT)
                .limit(1)
                .fetchOptional(CHARGING_SESSION.ENDED_AT);
    }

    /** The groups of a period in the order of station and token, from behind one of them. Ask only of periods that have sessions. */
    public List<Row> rows(
            Scope scope,
            SessionFilter filter,
            SessionTotals.Period period,
            Set<TotalsQuery.By> groups,
            @Nullable Group behind,
            int most) {
        List<Field<?>> by = new ArrayList<>();
        if (groups.contains(TotalsQuery.By.STATION)) {
            by.add(STATION.IDENTITY_KEY);
        }
        if (groups.contains(TotalsQuery.By.TOKEN)) {
            by.add(coalesce(CHARGING_SESSION.TOKEN_KEY, inline("")));
        }
        if (by.isEmpty() && behind != null) {
            return List.of(); // one row was all
        }
        var found = database.read(scope)
                .select(STATION_KEY, IDENTITY, TOKEN_KEY, TOKEN_VALUE)
                .select(columns(SessionVerdict.COMPLETE))
                .select(columns(SessionVerdict.INCOMPLETE))
                .select(columns(SessionVerdict.SUSPECT))
                .from(CHARGING_SESSION)
                .join(STATION)
                .on(STATION.ID.eq(CHARGING_SESSION.STATION_ID))
                .where(ended(scope, filter, period.from(), period.to()))
                .and(behind(groups, behind));
        return (by.isEmpty() ? found : found.groupBy(by))
                .orderBy(by)
                .limit(most)
                .fetch(row -> row(row, period, groups));
    }

    private static Condition behind(Set<TotalsQuery.By> groups, @Nullable Group behind) {
        if (behind == null) {
            return DSL.noCondition();
        }
        Field<String> token = coalesce(CHARGING_SESSION.TOKEN_KEY, inline(""));
        boolean stations = groups.contains(TotalsQuery.By.STATION);
        if (stations && groups.contains(TotalsQuery.By.TOKEN)) {
            return DSL.row(STATION.IDENTITY_KEY, token).gt(behind.station(), behind.token());
        }
        return stations ? STATION.IDENTITY_KEY.gt(behind.station()) : token.gt(behind.token());
    }

    private static Condition ended(Scope scope, SessionFilter filter, @Nullable Instant from, @Nullable Instant to) {
        Condition which = scope.of(CHARGING_SESSION.TENANT_ID, CHARGING_SESSION.STATION_ID)
                .and(CHARGING_SESSION.STATE.eq(inline(SessionState.ENDED.word())))
                .and(SqlSessionPages.between(CHARGING_SESSION.ENDED_AT, from, to));
        if (filter.station() != null) {
            which = which.and(CHARGING_SESSION.STATION_ID.eq(SqlSessionPages.station(scope, filter.station())));
        }
        return filter.token() == null ? which : which.and(CHARGING_SESSION.TOKEN_KEY.eq(filter.token()));
    }

    private static List<Field<?>> columns(SessionVerdict verdict) {
        // one that ended without a verdict is as good as one that something is missing of
        Condition of = coalesce(CHARGING_SESSION.VERDICT, inline(SessionVerdict.INCOMPLETE.word()))
                .eq(inline(verdict.word()));
        return List.of(
                count(when(of, 1)).as(verdict.word() + "_sessions"),
                sum(when(of, CHARGING_SESSION.ENERGY_WH)).as(verdict.word() + "_wh"));
    }

    private static Row row(Record row, SessionTotals.Period period, Set<TotalsQuery.By> groups) {
        boolean stations = groups.contains(TotalsQuery.By.STATION);
        boolean tokens = groups.contains(TotalsQuery.By.TOKEN);
        SessionTotal total = new SessionTotal(
                period.name(),
                period.from(),
                period.to(),
                stations ? row.get(IDENTITY) : null,
                tokens ? row.get(TOKEN_VALUE) : null,
                sumOf(row, SessionVerdict.COMPLETE),
                sumOf(row, SessionVerdict.INCOMPLETE),
                sumOf(row, SessionVerdict.SUSPECT));
        Group group = new Group(stations ? row.get(STATION_KEY) : "", tokens ? row.get(TOKEN_KEY) : "");
        return new Row(period, group, total);
    }

    private static SessionTotal.Sum sumOf(Record row, SessionVerdict verdict) {
        BigDecimal energy = row.get(verdict.word() + "_wh", BigDecimal.class);
        return new SessionTotal.Sum(
                row.get(verdict.word() + "_sessions", Long.class),
                energy == null
                        ? BigDecimal.ZERO
                        : MeterNormaliser.plain(energy.setScale(DECIMALS, RoundingMode.HALF_UP)));
    }
}
